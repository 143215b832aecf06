// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.
export const ELEMENTS = [
  { kind: "leaderboard", takes: { "view": ["around-me", "top"], "limit": [3, 100] }, defaults: { "board": "default", "view": "around-me", "limit": "10" }, reserve: { 0: 1040, 360: 900, 560: 860, 768: 824, 1000: 792 }, attrs: ["board", "view", "period", "limit", "heading", "heading-level"], early: ["/leaderboards", "/leaderboards/{board}?period={period}&view={_view}&limit={limit}"] },
  { kind: "points-history", takes: { "page-size": [1, 50] }, defaults: { "page-size": "10" }, reserve: { 0: 2580, 300: 2100, 400: 2004, 480: 1872, 560: 1580, 900: 1280, 1200: 1084 }, nobody: { 0: 344, 400: 304 }, attrs: ["currency", "page-size", "heading", "heading-level"], early: ["/me/balances", "/me/ledger?currency={currency}&limit={page-size}"] },
  { kind: "balance", compact: { 0: 32 }, reserve: { 0: 512, 300: 392, 502: 264 }, nobody: { 0: 344, 400: 304 }, attrs: ["currency", "layout", "heading", "heading-level"], early: ["/me/balances"] },
  { kind: "reward-catalogue", takes: { "page-size": [1, 48] }, defaults: { "page-size": "12" }, reserve: { 0: 4304, 334: 2128, 486: 1600, 762: 1248, 810: 1768, 1018: 1384, 1266: 1264 }, attrs: ["category", "page-size", "layout", "heading", "heading-level"], early: ["/rewards?category={category}&limit={page-size}"] },
  { kind: "tier-progress", reserve: { 0: 1650, 280: 1565, 320: 1465, 480: 1310, 664: 1040, 768: 1000 }, attrs: ["benefits", "heading", "heading-level"], early: ["/tiers", "/me/tier|/tiers"] },
  { kind: "badge-collection", reserve: { 0: 2800, 360: 2690, 400: 2100, 708: 1320, 1000: 1250 }, attrs: ["series", "heading", "heading-level"], early: ["/me/badges|/series"] },
  { kind: "portal", reserve: { 0: 1600 }, engine: "portal", attrs: ["portal", "theme", "heading-level"], early: ["/portals/{portal}"] },
]
