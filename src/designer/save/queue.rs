//! When to write: one write at a time, the newest state only, with pauses after failures.

/// How long after an edit it is written, in milliseconds: a burst of typing is one write, and
/// with it nothing is older than two seconds.
pub(super) const PAUSE_MS: u32 = 800;
/// The first pause after a failure, in milliseconds; each further one is twice as long.
const BACK_OFF_MS: u32 = 2_000;
/// The longest pause after failures, in milliseconds.
const LONGEST_MS: u32 = 60_000;

/// How a write ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The backend has it.
    Saved,
    /// The backend was not reached, or failed: it may work later.
    Failed,
    /// The backend refuses what was sent; nothing else than another edit helps.
    Refused,
    /// Somebody else has saved since; a person decides.
    Conflict,
}

/// What is to be written, and what is being written.
#[derive(Debug, Default)]
pub(super) struct Queue {
    is_running: bool,
    is_set: bool,
    failures: u32,
    is_held: bool,
}

impl Queue {
    /// There was an edit: when a write is due, unless one is coming anyway.
    pub(super) fn edited(&mut self) -> Option<u32> {
        if self.is_held || self.is_running || self.is_set {
            return None;
        }
        self.is_set = true;
        Some(PAUSE_MS)
    }

    /// The timer rang, or somebody cannot wait: whether to write now.
    pub(super) fn start(&mut self) -> bool {
        self.is_set = false;
        if self.is_held || self.is_running {
            return false;
        }
        self.is_running = true;
        true
    }

    /// The write has ended; `is_dirty` when there is more to write. Gives when the next one is
    /// due.
    pub(super) fn ended(&mut self, end: End, is_dirty: bool) -> Option<u32> {
        self.is_running = false;
        let pause = match end {
            End::Saved => {
                self.failures = 0;
                is_dirty.then_some(PAUSE_MS)
            }
            End::Failed => {
                let doubled = BACK_OFF_MS.saturating_mul(1 << self.failures.min(10));
                self.failures = self.failures.saturating_add(1);
                Some(doubled.min(LONGEST_MS))
            }
            End::Refused => {
                self.failures = 0;
                None
            }
            End::Conflict => {
                self.is_held = true;
                None
            }
        };
        self.is_set = pause.is_some();
        pause
    }

    /// A person has decided: writing may go on.
    pub(super) fn release(&mut self) {
        self.is_held = false;
    }

    /// Whether a write is under way.
    pub(super) fn is_running(&self) -> bool {
        self.is_running
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_of_edits_is_one_write() {
        let mut queue = Queue::default();
        assert_eq!(queue.edited(), Some(PAUSE_MS));
        assert_eq!(queue.edited(), None);
        assert!(queue.start());
        assert!(!queue.start(), "two writes at once");
        assert_eq!(queue.edited(), None, "what comes meanwhile waits");
        assert_eq!(queue.ended(End::Saved, true), Some(PAUSE_MS));
        assert!(queue.start());
        assert_eq!(queue.ended(End::Saved, false), None);
        assert_eq!(queue.edited(), Some(PAUSE_MS));
    }

    #[test]
    fn failures_back_off_and_one_success_forgets_them() {
        let mut queue = Queue::default();
        let mut pauses = Vec::new();
        for _ in 0..8 {
            assert!(queue.start());
            pauses.extend(queue.ended(End::Failed, true));
        }
        assert_eq!(
            pauses,
            [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]
        );
        assert!(queue.start());
        assert_eq!(queue.ended(End::Saved, false), None);
        assert!(queue.start());
        assert_eq!(queue.ended(End::Failed, true), Some(2_000));
    }

    #[test]
    fn what_is_refused_waits_for_another_edit_and_a_conflict_for_a_person() {
        let mut queue = Queue::default();
        assert!(queue.start());
        assert_eq!(queue.ended(End::Refused, true), None);
        assert_eq!(queue.edited(), Some(PAUSE_MS));
        assert!(queue.start());
        assert_eq!(queue.ended(End::Conflict, true), None);
        assert_eq!(queue.edited(), None);
        assert!(!queue.start());
        queue.release();
        assert_eq!(queue.edited(), Some(PAUSE_MS));
    }
}
