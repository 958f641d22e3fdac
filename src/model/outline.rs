//! The ground of areas, as a file of a user has it. Nothing of this is ever part of a data set at rest.

use litemap::LiteMap;

/// A place: longitude and latitude in millionths of a degree.
pub type GroundPoint = [i32; 2];

/// A closed line, whose end is not its beginning said again.
pub type Ring = Vec<GroundPoint>;

/// The ground of one area: each part by the line around it and those around what lies inside and is not of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its parts; the first ring of each is the outer one, and there always is one.
    pub parts: Vec<Vec<Ring>>,
}

impl Outline {
    /// The lines around its parts.
    pub fn outer(&self) -> impl Iterator<Item = &Ring> {
        self.parts.iter().filter_map(|part| part.first())
    }
}

/// Outlines by the codes of their areas, which are the same in every list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlines {
    /// The name of the file, which stands below every map; may be empty.
    pub file: String,
    by_code: LiteMap<String, Outline>,
}

impl Outlines {
    /// The ground of the area with this code.
    pub fn get(&self, code: &str) -> Option<&Outline> {
        self.by_code.get(code)
    }

    /// All, in the order of codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Outline)> {
        self.by_code.iter().map(|(code, outline)| (code.as_str(), outline))
    }

    /// How many areas have one.
    pub fn len(&self) -> usize {
        self.by_code.len()
    }

    /// Whether no area has one.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }

    /// Adds to the ground of an area; what is told of it in several pieces is one, and a part that is told twice is
    /// there once.
    pub fn add(&mut self, code: &str, outline: Outline) {
        match self.by_code.get_mut(code) {
            Some(own) => {
                for part in outline.parts {
                    if !own.parts.contains(&part) {
                        own.parts.push(part);
                    }
                }
            }
            None => {
                self.by_code.insert(code.to_owned(), outline);
            }
        }
    }
}
