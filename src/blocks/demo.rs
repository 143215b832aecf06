//! What the gallery shows of each block.
