//! Reads of a wasm file what the builder needs: imports, and functions with sizes and names.

use std::collections::BTreeMap;

/// What is needed of a wasm module.
#[derive(Default)]
pub(crate) struct Module {
    /// Module and name of each import.
    pub(crate) imports: Vec<(String, String)>,
    /// Bytes of code by function number.
    pub(crate) functions: BTreeMap<u64, u64>,
    pub(crate) names: BTreeMap<u64, String>,
    /// Bytes of the data section.
    pub(crate) data: u64,
}

impl Module {
    /// None when the file is damaged.
    pub(crate) fn read(wasm: &[u8]) -> Option<Module> {
        let mut module = Module::default();
        let mut imported = 0;
        let mut file = Cursor(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
        while let Some(id) = file.byte() {
            let mut section = file.part()?;
            match id {
                2 => imported = module.read_imports(&mut section)?,
                10 => {
                    for number in 0..section.number()? {
                        module
                            .functions
                            .insert(imported + number, section.part()?.0.len() as u64);
                    }
                }
                11 => module.data = section.0.len() as u64,
                0 if section.part()?.0 == b"name" => module.names = function_names(&mut section)?,
                _ => {}
            }
        }
        Some(module)
    }

    /// Returns how many of the imports are functions.
    fn read_imports(&mut self, section: &mut Cursor) -> Option<u64> {
        let mut functions = 0;
        for _ in 0..section.number()? {
            let (module, name) = (section.part()?.text(), section.part()?.text());
            self.imports.push((module, name));
            match section.byte()? {
                0 => {
                    section.number()?;
                    functions += 1;
                }
                1 => {
                    section.byte()?;
                    section.limits()?;
                }
                2 => section.limits()?,
                3 => {
                    section.byte()?;
                    section.byte()?;
                }
                4 => {
                    section.byte()?;
                    section.number()?;
                }
                _ => return None,
            }
        }
        Some(functions)
    }
}

fn function_names(section: &mut Cursor) -> Option<BTreeMap<u64, String>> {
    while let Some(kind) = section.byte() {
        let mut part = section.part()?;
        if kind == 1 {
            let mut names = BTreeMap::new();
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.part()?.text());
            }
            return Some(names);
        }
    }
    Some(BTreeMap::new())
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A length, and as many bytes.
    fn part(&mut self) -> Option<Cursor<'a>> {
        let length = usize::try_from(self.number()?).ok()?;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Cursor(part))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(self.0).into_owned()
    }

    fn limits(&mut self) -> Option<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_counted_after_the_imports() {
        // One imported function, one of our own with an empty body of two bytes, named `a::b`.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([2, 7, 1, 1, b'm', 1, b'f', 0, 0]);
        wasm.extend([10, 4, 1, 2, 0, 0x0b]);
        wasm.extend([
            0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 1, 1, 4, b'a', b':', b':', b'b',
        ]);
        let module = Module::read(&wasm).unwrap();
        assert_eq!(module.imports, [("m".to_owned(), "f".to_owned())]);
        assert_eq!(module.functions, [(1, 2)].into());
        assert_eq!(module.names[&1], "a::b");
    }
}
