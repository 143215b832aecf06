//! Who wins what when a leaderboard period ends.

use crate::programme::{Board, Prize};

/// The prizes of a finished board. `best` is (member, score) from the best down, and must
/// reach at least to the last rank that wins, ties included. Ties share a rank ("1224")
/// and each gets its prize.
pub fn prizes<'b, M: Copy>(board: &'b Board, best: &[(M, i64)]) -> Vec<(M, &'b Prize)> {
    let (mut rank, mut previous) = (0_i64, None);
    let mut won = Vec::new();
    for (position, (member, score)) in (1_i64..).zip(best) {
        if previous != Some(*score) {
            (rank, previous) = (position, Some(*score));
        }
        let covers = |prize: &&Prize| (i64::from(prize.from)..=i64::from(prize.to)).contains(&rank);
        won.extend(
            board
                .prizes
                .iter()
                .find(covers)
                .map(|prize| (*member, prize)),
        );
    }
    won
}

/// The last rank that wins anything; 0 for a board without prizes.
pub fn last_paid_rank(board: &Board) -> i64 {
    board
        .prizes
        .iter()
        .map(|prize| i64::from(prize.to))
        .max()
        .unwrap_or(0)
}
