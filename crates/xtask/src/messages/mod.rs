//! `messages`: the texts of every locale become key constants and one array per locale.
