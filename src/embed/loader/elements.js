// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.
export const ELEMENTS = [
  { kind: "leaderboard", attrs: ["board", "view", "period", "limit", "heading", "heading-level"], defaults: { "board": "default", "view": "around-me", "limit": "10" }, takes: { "view": ["around-me", "top"], "limit": [3, 100] }, reserve: [[0, 760], [480, 720]], early: ["/leaderboards", "/leaderboards/{board}?period={period}&view={_view}&limit={limit}"] },
  { kind: "points-history", attrs: ["currency", "page-size", "heading", "heading-level"], defaults: { "page-size": "10" }, takes: { "page-size": [5, 50] }, reserve: [[0, 1200]], early: ["/me/balances", "/me/ledger?currency={currency}&limit={page-size}"] },
  { kind: "reward-catalogue", attrs: ["category", "page-size", "layout", "heading", "heading-level"], defaults: { "page-size": "12", "layout": "grid" }, takes: { "page-size": [4, 48] }, reserve: [[0, 4304], [334, 2128], [486, 1600], [762, 1248], [810, 1768], [1018, 1384], [1266, 1264]], early: ["/rewards?category={category}&limit={page-size}"] },
  { kind: "tier-progress", attrs: ["benefits", "heading", "heading-level"], defaults: { "benefits": "all" }, takes: {  }, reserve: [[0, 1650], [280, 1540], [320, 1445], [480, 1310], [664, 1040], [768, 1000]], early: ["/tiers", "/me/tier|/tiers"] },
  { kind: "badge-collection", attrs: ["series", "heading", "heading-level"], defaults: {  }, takes: {  }, reserve: [[0, 2880], [320, 2760], [360, 2540], [400, 2100], [708, 1360], [760, 1300], [1000, 1200]], early: ["/me/badges|/series"] },
  { kind: "portal", attrs: ["portal", "theme", "heading-level"], defaults: {  }, takes: {  }, reserve: [[0, 1600]], early: ["/portals/{portal}"], engine: "portal" },
]
