-- The schema to begin with; the scripts after this one change it. Times are INTEGER milliseconds since the epoch (UTC), amounts are
-- INTEGER whole units of their currency, JSON is TEXT. What PostgreSQL takes is in
-- docs/contract.md under "The reference backend's database".

-- (`meta`, which holds the schema's version, is made by `db::Db::open`.)

-- Counters too dear to count: 'members' (enrolled), 'badge:ID' (holders), 'edition:ID' (issued numbers).
CREATE TABLE tallies (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
);

-- ---------------------------------------------------------------- members

CREATE TABLE members (
  id          INTEGER PRIMARY KEY,
  public_id   TEXT    NOT NULL UNIQUE,       -- the contract's id and the token's subject
  alias       TEXT    NOT NULL,              -- the only name another member may see
  state       TEXT    NOT NULL,              -- candidate | member | suspended | closed
  joined_at   INTEGER NOT NULL,
  birthday    INTEGER,                       -- month * 100 + day; the year is never kept
  locale      TEXT,
  segment     TEXT,                          -- server-side audience id, never shown
  opted_out   INTEGER NOT NULL DEFAULT 0,    -- 1: out of every leaderboard, by own choice
  preferences TEXT    NOT NULL DEFAULT '{}', -- JSON: further preferences of the contract
  version     INTEGER NOT NULL DEFAULT 1,    -- counts changes; no ETag of a reply
  anniversary_due INTEGER NOT NULL, -- next membership anniversary to celebrate
  birthday_due    INTEGER NOT NULL  -- next birthday to celebrate; 9007199254740991 when unknown
);
CREATE INDEX members_anniversary ON members (anniversary_due);
CREATE INDEX members_birthday ON members (birthday_due);

-- ---------------------------------------------------------------- what happened

-- Events accepted from the brand's systems; the primary key makes them idempotent.
CREATE TABLE events (
  id          TEXT    PRIMARY KEY,
  member_id   INTEGER NOT NULL REFERENCES members (id),
  kind        TEXT    NOT NULL,
  occurred_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,   -- of the event's content: same id, other content is refused
  outcome     TEXT    NOT NULL    -- JSON `engine::Outcome`, the answer repeated to a retry
);

-- The engine's working memory of one member: cap counters, monthly metrics, badge
-- progress. One JSON document (`engine::Progress`), because it is only ever read and
-- written whole; everything in it follows from the events.
CREATE TABLE progress (
  member_id INTEGER PRIMARY KEY REFERENCES members (id),
  body      TEXT    NOT NULL
);

-- ---------------------------------------------------------------- points

-- Append-only: rows are never updated or deleted. An entry whose `available_at` is
-- ahead of the clock is pending; one that another entry `reverses` is reversed.
CREATE TABLE ledger (
  id            INTEGER PRIMARY KEY,
  member_id     INTEGER NOT NULL REFERENCES members (id),
  currency      TEXT    NOT NULL,
  amount        INTEGER NOT NULL,            -- signed
  kind          TEXT    NOT NULL,            -- earn | spend | expire | refund | reverse | adjust
  occurred_at   INTEGER NOT NULL,
  available_at  INTEGER,                     -- when pending points open
  expires_at    INTEGER,                     -- of what was earned
  balance_after INTEGER NOT NULL,            -- available + pending of that currency
  reason_code   TEXT    NOT NULL,            -- e.g. rule, birthday, badge, redemption, expiry
  source_type   TEXT    NOT NULL,            -- rule | badge | series | board | reward | redemption | expiry | manual
  source_id     TEXT    NOT NULL,
  event_id      TEXT,
  detail        TEXT,                        -- JSON: how the amount came about, step by step
  reverses      INTEGER REFERENCES ledger (id)
);
CREATE INDEX ledger_member ON ledger (member_id, id);
CREATE INDEX ledger_member_currency ON ledger (member_id, currency, id);
CREATE UNIQUE INDEX ledger_reverses ON ledger (reverses);

-- What is left of what was earned, by the day it expires; first to expire is spent
-- first. `expires_at` is 9007199254740991 where it never does, `available_at` 0 once open.
CREATE TABLE batches (
  id           INTEGER PRIMARY KEY,
  member_id    INTEGER NOT NULL REFERENCES members (id),
  currency     TEXT    NOT NULL,
  available_at INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  earned       INTEGER NOT NULL,
  remaining    INTEGER NOT NULL CHECK (remaining >= 0),
  UNIQUE (member_id, currency, available_at, expires_at)
);
-- `remaining` leads so that spent batches are not walked by the two duties.
CREATE INDEX batches_expiring ON batches (expires_at) WHERE remaining > 0;
CREATE INDEX batches_pending ON batches (available_at) WHERE available_at > 0;

-- Always the sum of the member's batches, kept in the same transaction.
CREATE TABLE balances (
  member_id INTEGER NOT NULL REFERENCES members (id),
  currency  TEXT    NOT NULL,
  available INTEGER NOT NULL DEFAULT 0 CHECK (available >= 0),
  pending   INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0),
  reserved  INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0), -- spent on orders not yet confirmed
  earned    INTEGER NOT NULL DEFAULT 0,   -- lifetime
  spent     INTEGER NOT NULL DEFAULT 0,   -- lifetime, less refunds
  expired   INTEGER NOT NULL DEFAULT 0,   -- lifetime
  PRIMARY KEY (member_id, currency)
);

-- ---------------------------------------------------------------- tiers and badges

CREATE TABLE tier_states (
  member_id  INTEGER PRIMARY KEY REFERENCES members (id),
  tier       TEXT    NOT NULL,
  since      INTEGER NOT NULL,
  keep_until INTEGER NOT NULL,            -- when the tier is evaluated for keeping; 9007199254740991: never
  version    INTEGER NOT NULL DEFAULT 1   -- counts changes; no ETag of a reply
);
CREATE INDEX tier_states_due ON tier_states (keep_until);

CREATE TABLE tier_history (
  id        INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id),
  change    TEXT    NOT NULL,             -- join | upgrade | downgrade | prolong
  from_tier TEXT,
  to_tier   TEXT    NOT NULL,
  at        INTEGER NOT NULL
);
CREATE INDEX tier_history_member ON tier_history (member_id, id);

CREATE TABLE badges (
  member_id INTEGER NOT NULL REFERENCES members (id),
  badge     TEXT    NOT NULL,
  edition   INTEGER,                      -- number within a numbered edition, from 1
  earned_at INTEGER NOT NULL,
  seen_at   INTEGER,
  PRIMARY KEY (member_id, badge)
);
CREATE UNIQUE INDEX badges_edition ON badges (badge, edition);

CREATE TABLE series_completions (
  member_id    INTEGER NOT NULL REFERENCES members (id),
  series       TEXT    NOT NULL,
  completed_at INTEGER NOT NULL,
  PRIMARY KEY (member_id, series)
);

-- ---------------------------------------------------------------- rewards

-- One row per limited reward or variant combination ('' for a reward without variants).
CREATE TABLE stock (
  reward    TEXT    NOT NULL,
  variant   TEXT    NOT NULL,             -- value ids joined by '/', in the order of the axes
  remaining INTEGER NOT NULL CHECK (remaining >= 0),
  PRIMARY KEY (reward, variant)
);

CREATE TABLE redemptions (
  id              TEXT    PRIMARY KEY,
  member_id       INTEGER NOT NULL REFERENCES members (id),
  reward          TEXT    NOT NULL,
  variant         TEXT    NOT NULL,
  state           TEXT    NOT NULL,       -- see `redemption_history`
  price           TEXT    NOT NULL,       -- JSON: amounts paid
  personalisation TEXT    NOT NULL,       -- JSON: field id → text
  address         TEXT,                   -- JSON; only while shipping needs it
  tracking        TEXT,                   -- JSON: carrier, number, url, eta
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
);
CREATE INDEX redemptions_member ON redemptions (member_id, created_at, id);
CREATE INDEX redemptions_limit ON redemptions (member_id, reward, created_at);

-- requested → reserved → confirmed → issued, or confirmed → preparing → shipped →
-- delivered; ends: failed, cancelled, refunded, returned, expired.
CREATE TABLE redemption_history (
  id         INTEGER PRIMARY KEY,
  redemption TEXT    NOT NULL REFERENCES redemptions (id),
  state      TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  note       TEXT
);
CREATE INDEX redemption_history_order ON redemption_history (redemption, id);

-- Which batches paid: a refund gives the points back with their original expiry.
CREATE TABLE redemption_allocations (
  redemption TEXT    NOT NULL REFERENCES redemptions (id),
  currency   TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  amount     INTEGER NOT NULL,
  PRIMARY KEY (redemption, currency, expires_at)
);

CREATE TABLE codes (
  id         INTEGER PRIMARY KEY,
  redemption TEXT    NOT NULL REFERENCES redemptions (id),
  value      TEXT    NOT NULL UNIQUE,
  format     TEXT    NOT NULL,            -- text | qr | ean13
  valid_from INTEGER NOT NULL,
  expires_at INTEGER,
  use_limit  INTEGER NOT NULL,
  used       INTEGER NOT NULL DEFAULT 0,
  revealed_at INTEGER
);
CREATE INDEX codes_redemption ON codes (redemption);

CREATE TABLE quotes (
  id         TEXT    PRIMARY KEY,
  member_id  INTEGER NOT NULL REFERENCES members (id),
  body       TEXT    NOT NULL,            -- JSON: what was promised
  expires_at INTEGER NOT NULL
);
CREATE INDEX quotes_expiry ON quotes (expires_at);

-- The stored answer to an `Idempotency-Key`, written in the transaction of the order itself: `status` is
-- never 0.
CREATE TABLE idempotency (
  member_id   INTEGER NOT NULL REFERENCES members (id),
  operation   TEXT    NOT NULL,
  key         TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL,
  status      INTEGER NOT NULL,
  body        TEXT    NOT NULL,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (member_id, operation, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- ---------------------------------------------------------------- leaderboards

CREATE TABLE board_periods (
  id          INTEGER PRIMARY KEY,
  board       TEXT    NOT NULL,
  period_key  TEXT    NOT NULL,           -- 2026-W47, 2026-11, 2026-autumn
  starts_at   INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,           -- exclusive
  state       TEXT    NOT NULL,           -- live | final | dropped (being deleted)
  snapshot    INTEGER NOT NULL DEFAULT 0, -- number of the latest snapshot; movement is counted from it
  snapshot_at INTEGER NOT NULL,
  UNIQUE (board, period_key)
);
CREATE INDEX board_periods_due ON board_periods (state, ends_at);

-- One row per member with a score. `listed` 0: scores on, but is in no list and no count.
-- Order: score, then who got there first (`tiebreak` = −milliseconds), then id.
CREATE TABLE board_scores (
  period_id      INTEGER NOT NULL REFERENCES board_periods (id),
  member_id      INTEGER NOT NULL REFERENCES members (id),
  score          INTEGER NOT NULL CHECK (score >= 0),
  tiebreak       INTEGER NOT NULL,
  listed         INTEGER NOT NULL,
  snapshot       INTEGER NOT NULL,        -- the snapshot that `snapshot_score` belongs to
  snapshot_score INTEGER,                 -- score in it; NULL: was not on the board
  PRIMARY KEY (period_id, member_id)
);
CREATE INDEX board_scores_order ON board_scores (period_id, listed, score, tiebreak, member_id);

-- Radix tree of counts: how many listed members have a score in bucket `score >> (8 * level)`.
-- A rank is a sum of at most 256 rows per level instead of a count of members.
-- `frozen` 0 is live, 1 the state at the latest snapshot.
CREATE TABLE board_counts (
  period_id INTEGER NOT NULL REFERENCES board_periods (id),
  frozen    INTEGER NOT NULL,
  level     INTEGER NOT NULL,
  bucket    INTEGER NOT NULL,
  members   INTEGER NOT NULL,
  PRIMARY KEY (period_id, frozen, level, bucket)
);

-- ---------------------------------------------------------------- portal documents

-- `draft` and `published` are contract portal documents, stored byte for byte.
CREATE TABLE portals (
  id                 TEXT PRIMARY KEY,
  draft              TEXT NOT NULL,
  draft_version      INTEGER NOT NULL,    -- strong ETag of the draft
  published_revision INTEGER              -- NULL: never published
);

CREATE TABLE portal_revisions (
  portal       TEXT    NOT NULL REFERENCES portals (id),
  revision     INTEGER NOT NULL,
  body         TEXT    NOT NULL,
  published_at INTEGER NOT NULL,
  note         TEXT,
  PRIMARY KEY (portal, revision)
);

-- ---------------------------------------------------------------- live hints

-- What `/me/stream` tells: only topics, never data. `member_id` 0 is everybody.
CREATE TABLE hints (
  id        INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  topic     TEXT    NOT NULL,
  at        INTEGER NOT NULL
);
CREATE INDEX hints_member ON hints (member_id, id);
CREATE INDEX hints_age ON hints (at);
