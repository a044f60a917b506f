//! How much a finding matters, and how the catalogue of all kinds is declared.

/// Whether a finding stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be answered until it is mended.
    Error,
    /// Worth a look; answers are given all the same.
    Warning,
}

/// Declares the kinds once: variant, fields, severity, name and message stand together.
macro_rules! kinds {
    ($($(#[$doc:meta])* $severity:ident $name:literal $variant:ident { $($field:ident: $type:ty),* } $message:literal;)*) => {
        /// What went wrong. Its message is lower case, without a full stop; the fields are what it says, each by its type.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])* #[allow(missing_docs, reason = "the message says what each field is")] $variant { $($field: $type),* },)*
        }

        impl Kind {
            /// Every kind: its name and the pattern of its message.
            pub const ALL: &'static [(&'static str, &'static str)] = &[$(($name, $message)),*];

            /// The name of the kind, as its folder of examples bears it.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $name,)* }
            }

            /// Whether the finding stands in the way.
            #[must_use]
            pub fn severity(&self) -> Severity {
                match self { $(Self::$variant { .. } => Severity::$severity,)* }
            }

            /// Where the kind stands in the catalogue.
            #[cfg(any(test, feature = "cli"))]
            pub(crate) fn rank(&self) -> usize {
                Self::ALL.iter().position(|(name, _)| *name == self.name()).unwrap_or_default()
            }
        }

        impl fmt::Display for Kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$variant { $($field),* } => write!(f, $message),)* }
            }
        }
    };
}

pub(super) use kinds;
