//! How the words of the facts document are made of the kinds that the analysis tells apart. Knows the form; no word.

/// Makes an enumeration of words out of one of the analysis, variant by variant, so that none can be forgotten. What a
/// variant holds is told beside the word, not by it.
macro_rules! words_of {
    ($(
        $(#[$doc:meta])*
        $name:ident from $($path:ident)::+ $(<$life:lifetime>)? {
            $($(#[$other:meta])* $word:ident $(($($held:tt)*))? $({ $($named:tt)* })?),+ $(,)?
        }
    )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$other])* $word),+ }

        impl From<$($path)::+ $(<$life>)?> for $name {
            fn from(told: $($path)::+ $(<$life>)?) -> Self {
                use $($path)::+ as Told;
                match told { $(Told::$word $(($($held)*))? $({ $($named)* })? => Self::$word),+ }
            }
        }
    )+ };
}
pub(super) use words_of;
