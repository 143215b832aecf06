//! Whole numbers that a browser can hold exactly.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// A whole number within ±(2⁵³−1): points, stock, ranks, minor units of money.
///
/// Every JavaScript engine reads JSON numbers within these bounds exactly (RFC 7493 §2.2);
/// decoding anything larger, or a fraction, is an error.
///
/// ```
/// use palier_contract::Quantity;
/// assert_eq!(Quantity::new(1200).unwrap().get(), 1200);
/// assert!(Quantity::new(i64::MAX).is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Quantity(i64);

/// A number beyond ±(2⁵³−1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange(pub i64);

impl Quantity {
    /// The largest value, 2⁵³−1.
    pub const MAX: Self = Self((1 << 53) - 1);
    /// The smallest value, −(2⁵³−1).
    pub const MIN: Self = Self(-((1 << 53) - 1));
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Checks the bounds.
    ///
    /// # Errors
    /// [`OutOfRange`] when `value` is beyond ±(2⁵³−1).
    pub const fn new(value: i64) -> Result<Self, OutOfRange> {
        if value > Self::MAX.0 || value < Self::MIN.0 {
            Err(OutOfRange(value))
        } else {
            Ok(Self(value))
        }
    }

    /// The nearest value within bounds.
    #[must_use]
    pub const fn saturating(value: i64) -> Self {
        if value > Self::MAX.0 {
            Self::MAX
        } else if value < Self::MIN.0 {
            Self::MIN
        } else {
            Self(value)
        }
    }

    /// The plain integer.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl From<i32> for Quantity {
    fn from(value: i32) -> Self {
        Self(i64::from(value))
    }
}

impl From<u32> for Quantity {
    fn from(value: u32) -> Self {
        Self(i64::from(value))
    }
}

impl TryFrom<i64> for Quantity {
    type Error = OutOfRange;
    fn try_from(value: i64) -> Result<Self, OutOfRange> {
        Self::new(value)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is beyond ±(2^53-1), the range of exact JSON integers",
            self.0
        )
    }
}

impl core::error::Error for OutOfRange {}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = i64::deserialize(deserializer)?;
        Self::new(value).map_err(|_| {
            let whole = "a whole number within ±(2^53-1)";
            de::Error::invalid_value(de::Unexpected::Signed(value), &whole)
        })
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for Quantity {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::Integer)
            .minimum(Some(Self::MIN.0))
            .maximum(Some(Self::MAX.0))
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for Quantity {
    fn name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }
}
