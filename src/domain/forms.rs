//! The forms in which figures, corrections and commentary may be typed, short and long. Knows only how they
//! are written down; what they mean is said where they are defined.

use crate::domain::typed::TEXT_FOR_SHORT;
use crate::domain::{
    Absence, Commentary, Correction, Date, Exact, Figure, Id, Month, Outlay, Prose, Supplied,
};
use crate::place::Located;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A figure: a number, counts, or the reason why there is none.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum SuppliedForm {
    /// A count, an amount or an average.
    Plain(Exact),
    /// A count out of a count.
    Parts(Parts),
    /// A count, an amount or an average that needs a word of confirmation.
    Value(Value),
    /// Owed, and not there.
    Missing(Missing),
}

/// A count out of a count. The percentage, rate or mean is computed from them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    /// How many there were of what the indicator counts, as digits.
    numerator: Exact,
    /// Out of how many, as digits; the percentage is computed from the two.
    denominator: Exact,
    /// Why an unlikely figure is right, from the person who checked it.
    confirmed: Option<String>,
}

/// A count, an amount or an average.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Value {
    /// The figure itself, as digits with at most one decimal point.
    value: Exact,
    /// Why an unlikely figure is right, from the person who checked it.
    confirmed: Option<String>,
}

/// A stated absence.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    /// Why the figure is not there, in one of four words.
    missing: Absence,
    /// What happened and when the figure is expected.
    note: Option<String>,
}

impl From<SuppliedForm> for Supplied {
    fn from(form: SuppliedForm) -> Self {
        match form {
            SuppliedForm::Plain(value) => Self {
                figure: Figure::Value(value),
                confirmed: None,
            },
            SuppliedForm::Value(Value { value, confirmed }) => Self {
                figure: Figure::Value(value),
                confirmed,
            },
            SuppliedForm::Parts(Parts {
                numerator,
                denominator,
                confirmed,
            }) => Self {
                figure: Figure::Parts {
                    numerator,
                    denominator,
                },
                confirmed,
            },
            SuppliedForm::Missing(Missing { missing, note }) => Self {
                figure: Figure::Missing {
                    reason: missing,
                    note,
                },
                confirmed: None,
            },
        }
    }
}

/// An amount of money, alone or with a word of confirmation.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum OutlayForm {
    /// An amount in pounds.
    Plain(Exact),
    /// An amount that needs a word of confirmation.
    Value(Value),
}

impl From<OutlayForm> for Outlay {
    fn from(form: OutlayForm) -> Self {
        let (amount, confirmed) = match form {
            OutlayForm::Plain(amount) => (amount, None),
            OutlayForm::Value(Value { value, confirmed }) => (value, confirmed),
        };
        Self { amount, confirmed }
    }
}

/// The restated figure, as keys beside those of the correction.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub(super) enum RestatedForm {
    /// A count out of a count.
    Parts {
        /// How many there were of what the indicator counts, as it is known now.
        numerator: Exact,
        /// Out of how many, as it is known now.
        denominator: Exact,
    },
    /// A count, an amount or an average.
    Value {
        /// The figure as it is known now.
        value: Exact,
    },
    /// A figure that turned out not to be there.
    Missing {
        /// Why the figure turned out not to be there, in one of four words.
        missing: Absence,
        /// What happened to the figure, for whoever asks.
        note: Option<String>,
    },
}

impl From<RestatedForm> for Figure {
    fn from(form: RestatedForm) -> Self {
        match form {
            RestatedForm::Parts {
                numerator,
                denominator,
            } => Self::Parts {
                numerator,
                denominator,
            },
            RestatedForm::Value { value } => Self::Value(value),
            RestatedForm::Missing { missing, note } => Self::Missing {
                reason: missing,
                note,
            },
        }
    }
}

/// A figure restated after the month's return: history is not edited.
#[derive(Deserialize, JsonSchema)]
pub(super) struct CorrectionForm {
    /// The earlier month whose figure is restated.
    month: Located<Month>,
    /// The indicator whose figure is restated, by its id.
    indicator: Located<Id>,
    /// Why the figure is restated; the papers print it in their list of revisions.
    reason: String,
    /// What it is now known to be.
    #[serde(flatten)]
    figure: RestatedForm,
}

impl From<Located<CorrectionForm>> for Correction {
    fn from(form: Located<CorrectionForm>) -> Self {
        let (
            CorrectionForm {
                month,
                indicator,
                reason,
                figure,
            },
            place,
        ) = form.into_parts();
        Self {
            month,
            indicator,
            reason,
            figure: Located::new(figure.into(), place),
        }
    }
}

/// What the owner of an indicator says about it, with all its keys.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CommentaryInFull {
    /// The explanation, as prose with references to figures.
    text: Located<Prose>,
    /// What is being done about it, in a sentence or two.
    action: Option<Located<Prose>>,
    /// The office that does it, by its id.
    officer: Option<Located<Id>>,
    /// The day by which the figure should be back on track.
    back_by: Option<Located<Date>>,
}

struct CommentaryVisitor;

impl<'de> Visitor<'de> for CommentaryVisitor {
    type Value = Commentary;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("commentary")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Commentary, A::Error> {
        let full = CommentaryInFull::deserialize(MapAccessDeserializer::new(map))?;
        let CommentaryInFull {
            text,
            action,
            officer,
            back_by,
        } = full;
        Ok(Commentary {
            text,
            action,
            officer,
            back_by,
        })
    }
}

impl<'de> Deserialize<'de> for Commentary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TEXT_FOR_SHORT, CommentaryVisitor)
    }
}

/// A type whose schema is that of the form in which it is typed.
macro_rules! schema_of_form {
    ($type:ty, $form:ty) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$form>::json_schema(generator)
            }
        }
    };
}

schema_of_form!(Supplied, SuppliedForm);
schema_of_form!(Outlay, OutlayForm);
schema_of_form!(Correction, CorrectionForm);

impl JsonSchema for Commentary {
    fn schema_name() -> Cow<'static, str> {
        "Commentary".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What the owner of an indicator says about it: words, or words with an action.",
            "anyOf": [generator.subschema_for::<Prose>(), generator.subschema_for::<CommentaryInFull>()],
        })
    }
}
