//! Reads of a wasm file what the builder needs: imports, and functions with types, code and names.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// What is needed of a wasm module.
#[derive(Default)]
pub(crate) struct Module<'a> {
    /// Module and name of each import.
    pub(crate) imports: Vec<(&'a str, &'a str)>,
    /// The functions that are not imported, by number.
    pub(crate) functions: BTreeMap<u32, Function<'a>>,
    pub(crate) names: BTreeMap<u32, &'a str>,
    /// Bytes of the data section.
    pub(crate) data: usize,
}

/// A function of the module's own.
pub(crate) struct Function<'a> {
    /// The number of its type.
    pub(crate) ty: u32,
    /// Its locals and instructions.
    pub(crate) code: &'a [u8],
}

impl<'a> Module<'a> {
    /// # Errors
    /// When the file is damaged.
    pub(crate) fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        module.fill(wasm).context("the wasm file is damaged")?;
        Ok(module)
    }

    fn fill(&mut self, wasm: &'a [u8]) -> wasmparser::Result<()> {
        let mut imported = 0;
        let mut types = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        self.imports.push((import.module, import.name));
                        if matches!(import.ty, TypeRef::Func(_)) {
                            imported += 1;
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::CodeSectionEntry(body) => {
                    let at = self.functions.len();
                    let (ty, code) = (types[at], body.as_bytes());
                    let number = imported + at as u32;
                    self.functions.insert(number, Function { ty, code });
                }
                Payload::DataSection(section) => self.data = section.range().len(),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        self.read_names(section)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_names(&mut self, section: wasmparser::NameSectionReader<'a>) -> wasmparser::Result<()> {
        for names in section {
            if let Name::Function(names) = names? {
                for name in names {
                    let name = name?;
                    self.names.insert(name.index, name.name);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_counted_after_the_imports() {
        // One imported function, one of our own with an empty body of two bytes, named `a::b`.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]);
        wasm.extend([2, 7, 1, 1, b'm', 1, b'f', 0, 0]);
        wasm.extend([3, 2, 1, 0]);
        wasm.extend([10, 4, 1, 2, 0, 0x0b]);
        wasm.extend([
            0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 1, 1, 4, b'a', b':', b':', b'b',
        ]);
        let module = Module::read(&wasm).unwrap();
        assert_eq!(module.imports, [("m", "f")]);
        assert_eq!(module.functions[&1].code, [0, 0x0b]);
        assert_eq!(module.names[&1], "a::b");
        wasm.pop();
        assert!(Module::read(&wasm).is_err());
    }
}
