// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.
export const ELEMENTS = [
  { kind: "leaderboard", attrs: ["board", "view", "period", "limit", "heading", "heading-level"], defaults: { "board": "default", "view": "around-me", "limit": "10" }, reserve: [[0, 760], [480, 720]], early: ["/leaderboards", "/leaderboards/{board}?period={period}&view={_view}&limit={limit}"] },
]
