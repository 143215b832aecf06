// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.
export const ELEMENTS = [
  { kind: "leaderboard", attrs: ["board", "view", "period", "limit", "heading", "heading-level"], defaults: { "board": "default", "view": "around-me", "limit": "10" }, reserve: [[0, 760], [480, 720]], early: ["/leaderboards", "/leaderboards/{board}?period={period}&view={_view}&limit={limit}"] },
  { kind: "points-history", attrs: ["heading", "heading-level"], defaults: {  }, reserve: [[0, 720]], early: ["/me/balances"] },
  { kind: "reward-catalogue", attrs: ["heading", "heading-level"], defaults: {  }, reserve: [[0, 1400], [560, 1000], [900, 760]], early: [] },
  { kind: "tier-progress", attrs: ["heading", "heading-level"], defaults: {  }, reserve: [[0, 640]], early: ["/tiers"] },
  { kind: "badge-collection", attrs: ["series", "heading", "heading-level"], defaults: {  }, reserve: [[0, 2880], [320, 2700], [360, 2480], [400, 2100], [708, 1360], [760, 1290], [960, 1190]], early: ["/me/badges|/series"] },
]
