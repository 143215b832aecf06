//! `#[derive(Wire)]`: reads and writes a struct as JSON by the same serde attributes that serde
//! itself follows, with a fraction of the code (`palier_contract::wire` tells why).
//!
//! Known attributes: `#[serde(transparent)]` on a newtype, `#[serde(rename = "…")]`,
//! `#[serde(default)]` and `#[serde(skip_serializing_if = "…")]` on fields. Anything else is an
//! error at compile time, so that the two readings cannot drift apart in silence.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Field, Fields, LitStr, Path, parse_macro_input};

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
    let (read, write) = match &data.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => newtype(),
        Fields::Named(fields) => record(fields.named.iter())?,
        other => {
            return Err(Error::new_spanned(
                other,
                "a record or a newtype is expected",
            ));
        }
    };
    let name = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(crate::wire::Wire));
    }
    let (implemented, types, bounds) = generics.split_for_impl();
    Ok(quote! {
        impl #implemented crate::wire::Wire for #name #types #bounds {
            fn read(json: &mut crate::wire::Json<'_>, reading: &mut crate::wire::Reading) -> Self { #read }
            fn write(&self, out: &mut String) { #write }
        }
    })
}

fn newtype() -> (TokenStream, TokenStream) {
    (
        quote! { Self(crate::wire::Wire::read(json, reading)) },
        quote! { crate::wire::Wire::write(&self.0, out); },
    )
}

fn record<'a>(
    fields: impl Iterator<Item = &'a Field>,
) -> Result<(TokenStream, TokenStream), Error> {
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    for field in fields {
        let Some(name) = &field.ident else { continue };
        let options = Options::of(field)?;
        let key = options.rename.unwrap_or_else(|| name.to_string());
        let take = if options.default {
            quote!(take_or_default)
        } else {
            quote!(take)
        };
        reads.push(quote! { #name: record.#take(#key, reading) });
        let one = quote! { crate::wire::member(out, &mut first, #key, &self.#name); };
        writes.push(match options.skip_if {
            Some(test) => quote! { if !#test(&self.#name) { #one } },
            None => one,
        });
    }
    let read = quote! {
        let mut record = crate::wire::Record::of(json, reading);
        Self { #(#reads),* }
    };
    let write = quote! {
        let mut first = true;
        out.push('{');
        #(#writes)*
        out.push('}');
    };
    Ok((read, write))
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
