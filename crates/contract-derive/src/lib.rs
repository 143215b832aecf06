//! `#[derive(Wire)]`: reads and writes a struct as JSON, following the same attributes as serde
//! with a fraction of the code (`palier_contract::wire` says why).
//!
//! Known attributes: `#[serde(transparent)]` on a newtype, `#[serde(rename = "…")]`,
//! `#[serde(default)]` and `#[serde(skip_serializing_if = "…")]` on fields. Anything else is a
//! compile-time error, so that the two readings cannot drift apart unnoticed.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Field, Fields, LitStr, Path, Type, parse_macro_input};

/// Derives `palier_contract::wire::Wire` for a struct of the contract.
#[proc_macro_derive(Wire, attributes(serde))]
pub fn wire(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

fn expand(input: &DeriveInput) -> Result<TokenStream, Error> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(
            &input.ident,
            "only structs; enums are `open_enum!`",
        ));
    };
    let parts = match &data.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => newtype(),
        Fields::Named(fields) => record(fields.named.iter())?,
        other => {
            return Err(Error::new_spanned(
                other,
                "a record or a newtype is expected",
            ));
        }
    };
    let Parts { blank, fill, write } = parts;
    let name = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(crate::wire::Wire));
    }
    let (implemented, types, bounds) = generics.split_for_impl();
    Ok(quote! {
        impl #implemented crate::wire::Wire for #name #types #bounds {
            const BLANK: Self = #blank;
            fn write(&self, out: &mut String) { #write }
        }
        impl #implemented crate::wire::Fill for #name #types #bounds { #fill }
    })
}

/// What differs between the kinds of structs.
struct Parts {
    /// `Wire::BLANK`
    blank: TokenStream,
    /// The methods of `Fill`.
    fill: TokenStream,
    /// The body of `Wire::write`.
    write: TokenStream,
}

fn newtype() -> Parts {
    Parts {
        blank: quote! { Self(crate::wire::Wire::BLANK) },
        fill: quote! {
            fn fill(&mut self, json: &mut crate::wire::Json<'_>, reading: &mut crate::wire::Reading) {
                crate::wire::Fill::fill(&mut self.0, json, reading);
            }
        },
        write: quote! { crate::wire::Wire::write(&self.0, out); },
    }
}

fn record<'a>(fields: impl Iterator<Item = &'a Field>) -> Result<Parts, Error> {
    let (mut members, mut blanks, mut places, mut writes) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (index, field) in fields.enumerate() {
        let Some(name) = &field.ident else { continue };
        let options = Options::of(field)?;
        let key = options.rename.unwrap_or_else(|| name.to_string());
        let may_be_absent = options.default || is_option(&field.ty);
        members.push(format!("{key}{}", if may_be_absent { "?" } else { "" }));
        blanks.push(quote! { #name: crate::wire::Wire::BLANK });
        places.push(quote! { #index => crate::wire::Fill::fill(&mut self.#name, json, reading), });
        let one = quote! { crate::wire::member(out, &mut first, #key, &self.#name); };
        writes.push(match options.skip_if {
            Some(test) => quote! { if !#test(&self.#name) { #one } },
            None => one,
        });
    }
    let members = members.join(" ");
    Ok(Parts {
        blank: quote! { Self { #(#blanks),* } },
        fill: quote! {
            fn fill(&mut self, json: &mut crate::wire::Json<'_>, reading: &mut crate::wire::Reading) {
                crate::wire::record(self, #members, json, reading);
            }
            fn part(&mut self, index: usize, json: &mut crate::wire::Json<'_>, reading: &mut crate::wire::Reading) {
                match index { #(#places)* _ => {} }
            }
        },
        write: quote! {
            let mut first = true;
            out.push('{');
            #(#writes)*
            out.push('}');
        },
    })
}

/// Whether a member of that type may be absent, as serde has it: by the type's name.
fn is_option(kind: &Type) -> bool {
    let Type::Path(path) = kind else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|segment| segment.ident == "Option")
}

#[derive(Default)]
struct Options {
    rename: Option<String>,
    default: bool,
    skip_if: Option<Path>,
}

impl Options {
    fn of(field: &Field) -> Result<Self, Error> {
        let mut options = Self::default();
        for attribute in field
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("serde"))
        {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    options.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("default") {
                    options.default = true;
                } else if meta.path.is_ident("skip_serializing_if") {
                    options.skip_if = Some(meta.value()?.parse::<LitStr>()?.parse()?);
                } else {
                    return Err(meta.error("`Wire` does not know this serde attribute"));
                }
                Ok(())
            })?;
        }
        Ok(options)
    }
}
