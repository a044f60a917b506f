//! The languages that pictures and pages speak.

/// A language that pictures and pages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Latvian.
    Lv,
}

/// The same in each language.
pub(crate) struct In<T> {
    pub(crate) en: T,
    pub(crate) lv: T,
}

impl<T> In<T> {
    pub(crate) const fn of(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Lv => &self.lv,
        }
    }
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::En, Self::Lv];

    /// Its code, as on the command line and in SVG.
    ///
    /// ```
    /// use pledgebook::chart::Lang;
    /// assert_eq!(Lang::ALL.map(Lang::code), ["en", "lv"]);
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Lv => "lv",
        }
    }

    /// What stands between whole and fraction.
    pub(crate) fn point(self) -> char {
        match self {
            Self::En => '.',
            Self::Lv => ',',
        }
    }

    /// A figure as a share: `4.87%`, `4,87 %`.
    pub(crate) fn percent(self, number: &str) -> String {
        format!("{number}{}", self.percent_sign())
    }

    /// The sign as it follows a number.
    pub(crate) fn percent_sign(self) -> &'static str {
        match self {
            Self::En => "%",
            Self::Lv => "\u{a0}%",
        }
    }
}
