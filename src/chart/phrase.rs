//! Sentences with facts in braces.

/// Fills `{name}` by what `lookup` says of it; `{{` and `}}` stand for braces. `None` when a name
/// is unknown or a brace is not closed: a sentence with a hole is not a sentence.
///
/// ```
/// use hamyar::chart::fill;
/// let lookup = |name: &str| (name == "paid").then(|| "580".to_owned());
/// assert_eq!(fill("{paid} was paid", &lookup).as_deref(), Some("580 was paid"));
/// assert_eq!(fill("{planned} is planned", &lookup), None);
/// ```
pub fn fill(template: &str, lookup: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at_checked(at)?;
        out.push_str(before);
        if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
            out.push_str(from.get(..1)?);
            rest = after;
            continue;
        }
        let (name, after) = from.strip_prefix('{')?.split_once('}')?;
        out.push_str(&lookup(name)?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}
