//! A client for the directory of teams.
use std::{collections::HashMap, time::Duration};

use serde::Deserialize;

const TIMEOUT: Duration = Duration::from_millis(2_500);

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team<'a> {
    pub name: &'a str,
    pub members: Vec<String>,
    pub tier: Option<char>,
}

/* Errors say what was asked, and of whom. */
#[derive(Debug)]
pub enum Error {
    Unknown(String),
    Timeout,
}

impl<'a> Team<'a> {
    /// The first that has a name of its own.
    pub fn find(teams: &'a HashMap<String, Team<'a>>, name: &str) -> Result<&'a Team<'a>, Error> {
        let pattern = r#"^team "[a-z-]+"$"#;
        match teams.get(name) {
            Some(team) if team.tier != Some('x') => Ok(team),
            Some(_) | None => Err(Error::Unknown(format!("{name} does not match {pattern}\n"))),
        }
    }
}

fn main() {
    let waited = TIMEOUT.as_secs_f64() * 0.5e1;
    println!("waited for {waited:.1} s"); // enough
}
