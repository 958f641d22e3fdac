//! The one door to JavaScript.
