//! A colour, its contrast with others (WCAG 2.2), and its lighter and darker kin.

/// An opaque sRGB colour; each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    red: f64,
    green: f64,
    blue: f64,
}

impl Colour {
    /// Reads `#rrggbb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let part = |from: usize| {
            let hex = text.strip_prefix('#')?.get(from..from + 2)?;
            Some(f64::from(u8::from_str_radix(hex, 16).ok()?) / 255.0)
        };
        (text.len() == 7).then_some(())?;
        Some(Self {
            red: part(0)?,
            green: part(2)?,
            blue: part(4)?,
        })
    }

    /// A colour by hue (degrees), saturation and lightness (0 to 1), after CSS Color 4 §7.
    #[must_use]
    pub fn of(hue: f64, saturation: f64, lightness: f64) -> Self {
        let reach = saturation * lightness.min(1.0 - lightness);
        let part = |offset: f64| {
            let k = (offset + hue / 30.0).rem_euclid(12.0);
            lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
        };
        Self {
            red: part(0.0),
            green: part(8.0),
            blue: part(4.0),
        }
    }

    /// A colour by its parts, each from 0 to 1; what is beyond is cut off.
    #[must_use]
    pub fn rgb(red: f64, green: f64, blue: f64) -> Self {
        let [red, green, blue] = [red, green, blue].map(|part| part.clamp(0.0, 1.0));
        Self { red, green, blue }
    }

    /// Red, green and blue, each from 0 to 1, to four digits.
    #[must_use]
    pub fn parts(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| (part * 10_000.0).round() / 10_000.0)
    }

    /// As `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        // The parts are clamped, so the conversion loses only the fraction.
        let byte = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        let (red, green, blue) = (byte(self.red), byte(self.green), byte(self.blue));
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn bounds(self) -> (f64, f64) {
        let least = self.red.min(self.green).min(self.blue);
        (least, self.red.max(self.green).max(self.blue))
    }

    /// Hue in degrees; 0 for greys.
    #[must_use]
    pub fn hue(self) -> f64 {
        let (least, most) = self.bounds();
        let span = most - least;
        if span <= f64::EPSILON {
            return 0.0;
        }
        let sixth = if most == self.red {
            (self.green - self.blue) / span
        } else if most == self.green {
            (self.blue - self.red) / span + 2.0
        } else {
            (self.red - self.green) / span + 4.0
        };
        (sixth * 60.0).rem_euclid(360.0)
    }

    fn saturation(self) -> f64 {
        let (least, most) = self.bounds();
        let reach = (most + least).min(2.0 - most - least);
        if reach <= f64::EPSILON {
            0.0
        } else {
            (most - least) / reach
        }
    }

    fn lightness(self) -> f64 {
        let (least, most) = self.bounds();
        f64::midpoint(least, most)
    }

    /// Relative luminance (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: f64| {
            if part <= 0.04045 {
                part / 12.92
            } else {
                power_2_4((part + 0.055) / 1.055)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio with another colour, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// `share` of this colour (0 to 1) over another, as `color-mix(in srgb, …)` has it.
    #[must_use]
    pub fn mixed(self, share: f64, base: Self) -> Self {
        let part = |over: f64, under: f64| over * share + under * (1.0 - share);
        Self {
            red: part(self.red, base.red),
            green: part(self.green, base.green),
            blue: part(self.blue, base.blue),
        }
    }

    /// The colour of the same hue and saturation, as near in lightness as there is one, that
    /// `fits`; `None` when no lightness does. What is given fits as `#rrggbb` has it.
    #[must_use]
    pub fn nearest(self, fits: impl Fn(Self) -> bool) -> Option<Self> {
        let (hue, saturation, lightness) = (self.hue(), self.saturation(), self.lightness());
        for step in 0_i32..=200 {
            let away = f64::from(step) * 0.005;
            for wanted in [lightness - away, lightness + away] {
                if !(-0.004..=1.004).contains(&wanted) {
                    continue;
                }
                let exact = Self::of(hue, saturation, wanted.clamp(0.0, 1.0));
                if let Some(colour) = Self::parse(&exact.hex()).filter(|colour| fits(*colour)) {
                    return Some(colour);
                }
            }
        }
        None
    }

    /// The nearest colour of the same hue whose contrast with `ground` is at least `ratio`:
    /// lighter on a dark ground, darker on a light one; white or black when nothing else is.
    #[must_use]
    pub fn readable_on(self, ground: Self, ratio: f64) -> Self {
        let step = if ground.luminance() < 0.18 {
            0.01
        } else {
            -0.01
        };
        // A saturated colour glares once it is light.
        let saturation = if step > 0.0 {
            self.saturation().min(0.7)
        } else {
            self.saturation()
        };
        let (hue, mut lightness, mut colour) = (self.hue(), self.lightness(), self);
        while colour.contrast(ground) < ratio && (0.0..=1.0).contains(&lightness) {
            lightness += step;
            colour = Self::of(hue, saturation, lightness.clamp(0.0, 1.0));
        }
        colour
    }
}

/// `base` to the power of 2.4, for 0.09 to 1: `powf` would bring 4 KB of tables that no compression
/// shortens.
fn power_2_4(base: f64) -> f64 {
    let mut fifth_root = 1.0;
    // Newton's method doubles the digits that are right each time.
    for _ in 0..8 {
        let square: f64 = fifth_root * fifth_root;
        fifth_root = (4.0 * fifth_root + base / (square * square)) / 5.0;
    }
    let fifths_2 = fifth_root * fifth_root;
    base * base * fifths_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written() {
        for hex in ["#000000", "#1f6b4a", "#ffffff", "#a78bfa"] {
            assert_eq!(Colour::parse(hex).unwrap().hex(), hex);
        }
        for wrong in ["", "1f6b4a", "#1f6b4", "#1f6b4g", "#ééé"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hue_saturation_and_lightness_name_the_same_colour() {
        for hex in ["#1f6b4a", "#a78bfa", "#1d3557", "#ff0000"] {
            let colour = Colour::parse(hex).unwrap();
            let again = Colour::of(colour.hue(), colour.saturation(), colour.lightness());
            assert_eq!(again.hex(), hex);
        }
    }

    #[test]
    fn the_power_that_luminance_takes_is_right_to_twelve_digits() {
        for step in 90..=1000 {
            let base = f64::from(step) / 1000.0;
            let difference = (power_2_4(base) - base.powf(2.4)).abs();
            assert!(difference < 1e-12, "{base}: {difference}");
        }
    }

    #[test]
    fn black_on_white_has_the_most_contrast() {
        let (black, white) = (Colour::of(0.0, 0.0, 0.0), Colour::of(0.0, 0.0, 1.0));
        assert!((black.contrast(white) - 21.0).abs() < 0.001);
        assert!((white.contrast(white) - 1.0).abs() < 0.001);
    }
}
