//! Enumerations whose variants are words of the public contract.

/// An enumeration whose variants are words of the public contract: what an option takes and what is read back.
pub trait Word: Copy + PartialEq + 'static {
    /// The variants, in the order of [`Word::WORDS`].
    const ALL: &'static [Self];
    /// The word of each variant.
    const WORDS: &'static [&'static str];

    /// The word of this variant.
    fn word(self) -> &'static str;
}

/// Defines an enumeration and its words at once. Its default is the first variant.
#[macro_export]
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(#[$first_meta:meta])* $first:ident = $first_word:literal
            $(, $(#[$other_meta:meta])* $other:ident = $other_word:literal)* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $(#[$first_meta])* #[default] $first,
            $($(#[$other_meta])* $other),*
        }

        impl $crate::Word for $name {
            const ALL: &'static [Self] = &[Self::$first $(, Self::$other)*];
            const WORDS: &'static [&'static str] = &[$first_word $(, $other_word)*];

            fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }
    };
}
