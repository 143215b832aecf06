//! A Leptos app as its developer would write it: nothing but components, and what they share.

use leptos::prelude::*;

use crate::app;
use crate::blocks::{
    self, BadgeCollection, Leaderboard, PointsHistory, RewardCatalogue, TierProgress,
};

/// The page of such an app, for the reader whose token that is.
pub(super) fn page(token: String, locale: &str, theme: String) -> AnyView {
    app::sign_in_with(async move |_| Some(token.clone()));
    app::provide("/v1", locale);
    provide_context(blocks::Theme(theme.into()));
    view! {
        class = "app",
        <main>
            <h1>"My club"</h1>
            <Leaderboard board="week" limit=5/>
            <PointsHistory page_size=5/>
            <RewardCatalogue page_size=3/>
            <TierProgress/>
            <BadgeCollection/>
        </main>
    }
    .into_any()
}
