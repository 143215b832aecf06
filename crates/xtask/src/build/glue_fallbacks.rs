//! Takes out of a release glue what the browsers of the kit's floor do without: ways around missing
//! features, and care for arguments whose passing failed, where the page's memory has run out.
//!
//! The text is taken as the pinned wasm-bindgen writes it. A piece that is not there costs bytes, no
//! more, and the budgets tell.

/// The glue without them.
pub(super) fn remove(glue: &str) -> String {
    let lines: Vec<&str> = glue.lines().collect();
    let mut out = String::with_capacity(glue.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        if let Some((text, used)) = without_care(rest)
            .or_else(|| instance_of(rest))
            .or_else(|| global(rest))
            .or_else(|| decoding(rest))
            .or_else(|| memory(rest))
            .or_else(|| texts(rest))
        {
            out.push_str(&text);
            at += used;
        } else {
            out.push_str(line);
            out.push('\n');
            at += 1;
        }
    }
    out.replace(
        "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new",
        "new",
    )
}

/// What takes the place of some lines, and how many they are.
type Taken = Option<(String, usize)>;

/// The lines up to the one that is `last`, which is left out.
fn up_to<'a>(lines: &'a [&str], last: &str) -> Option<&'a [&'a str]> {
    let end = lines.iter().position(|line| *line == last)?;
    lines.get(..end)
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// `try { arguments } catch (e) { free them; throw e; }`.
fn without_care(lines: &[&str]) -> Taken {
    let [names, "    try {", inner @ ..] = lines else {
        return None;
    };
    if !names.starts_with("    let ptr0") {
        return None;
    }
    let arguments = up_to(inner, "    } catch (e) {")?;
    let care = up_to(inner.get(arguments.len() + 1..)?, "    }")?;
    if care.last() != Some(&"        throw e;") {
        return None;
    }
    let used = 2 + arguments.len() + 1 + care.len() + 1;
    Some((format!("{names}\n{}", joined(arguments)), used))
}

/// `instanceof`, which throws only where there is no such class.
fn instance_of(lines: &[&str]) -> Taken {
    let [
        "            let result;",
        "            try {",
        test,
        "            } catch (_) {",
        "                result = false;",
        "            }",
        "            const ret = result;",
        ..,
    ] = lines
    else {
        return None;
    };
    let test = test.trim().strip_prefix("result = ")?;
    Some((format!("            const ret = {test}\n"), 7))
}

/// The ways to the global object, of which the first is there.
fn global(lines: &[&str]) -> Taken {
    let [
        first,
        "            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);",
        ..,
    ] = lines
    else {
        return None;
    };
    let name = first.strip_prefix("            const ret = typeof ")?;
    let text = match name.split(' ').next()? {
        "globalThis" => "            return addToExternrefTable0(globalThis);\n",
        "global" | "self" | "window" => "            return 0;\n",
        _ => return None,
    };
    Some((text.to_owned(), 2))
}

/// A decoder that one browser wears out after two gigabytes of text.
fn decoding(lines: &[&str]) -> Taken {
    let [first, "let numBytesDecoded = 0;", name, rest @ ..] = lines else {
        return None;
    };
    if !first.starts_with("const MAX_SAFARI_DECODE_BYTES") {
        return None;
    }
    let count = up_to(rest, "    return cachedTextDecoder.decode(bytes);")?;
    Some((format!("{name}\n"), 3 + count.len()))
}

/// Whether the memory has grown since: then its former buffer is empty.
fn memory(lines: &[&str]) -> Taken {
    let first = lines.first()?;
    let name = "cachedDataViewMemory0";
    first
        .starts_with(&format!(
            "    if ({name} === null || {name}.buffer.detached"
        ))
        .then(|| {
            let text = format!("    if ({name} === null || {name}.buffer.byteLength === 0) {{\n");
            (text, 1)
        })
}

/// Texts are given the room that they need. wasm-bindgen prefers room that may grow, which for one letter
/// beyond ASCII is three times the text: replies of 40 KB had the memory grow by two pages for good.
fn texts(lines: &[&str]) -> Taken {
    let ["    if (realloc === undefined) {", rest @ ..] = lines else {
        return None;
    };
    let fitting = up_to(rest, "    }")?;
    let growing = up_to(rest.get(fitting.len() + 1..)?, "}")?;
    Some((joined(fitting), fitting.len() + growing.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::remove;

    #[test]
    fn arguments_are_passed_without_care() {
        let glue = "export function f(a) {\n    let ptr0, len0;\n    try {\n        ptr0 = pass(a);\n    } catch (e) {\n        if (ptr0) { free(ptr0); }\n        throw e;\n    }\n    wasm.f(ptr0);\n}\n";
        let lean = "export function f(a) {\n    let ptr0, len0;\n        ptr0 = pass(a);\n    wasm.f(ptr0);\n}\n";
        assert_eq!(remove(glue), lean);
    }

    #[test]
    fn what_every_browser_has_is_not_asked_for() {
        let glue = "            let result;\n            try {\n                result = a instanceof B;\n            } catch (_) {\n                result = false;\n            }\n            const ret = result;\n            const ret = typeof self === 'undefined' ? undefined : self;\n            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);\n";
        assert_eq!(
            remove(glue),
            "            const ret = a instanceof B;\n            return 0;\n"
        );
    }

    #[test]
    fn texts_are_given_the_room_they_need() {
        let glue = "function pass(arg, malloc, realloc) {\n    if (realloc === undefined) {\n        const buf = encode(arg);\n        return put(buf);\n    }\n\n    let len = arg.length;\n    for (;;) {\n    }\n    return ptr;\n}\n";
        let lean = "function pass(arg, malloc, realloc) {\n        const buf = encode(arg);\n        return put(buf);\n}\n";
        assert_eq!(remove(glue), lean);
    }

    #[test]
    fn what_is_written_in_another_way_stays() {
        let glue = "    try {\n        run();\n    } catch (e) {\n        throw e;\n    }\nconst ret = typeof self;\n";
        assert_eq!(remove(glue), glue);
    }
}
