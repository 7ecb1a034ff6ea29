//! Tables for people, and cells that are safe to open in a spreadsheet.

/// On which side a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// How far a longer cell pushes the columns of other rows, in characters.
const WIDEST_COLUMN: usize = 120;

/// Lays rows out in columns, with two spaces between them and before the first. The last column
/// is as long as it needs; a cell longer than [`WIDEST_COLUMN`] sticks out.
pub(crate) fn lay_out<const N: usize>(
    head: &[&str; N],
    align: &[Align; N],
    rows: &[Vec<String>],
) -> String {
    let head: Vec<String> = head.iter().map(|&name| name.to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(&head)
        .chain(rows)
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> =
        (0..N).map(|column| width(column).unwrap_or(0).min(WIDEST_COLUMN)).collect();
    let mut out = String::new();
    for row in &rows {
        for (column, cell) in row.iter().enumerate() {
            let blanks = " ".repeat(widths[column].saturating_sub(cell.chars().count()));
            let cells = match align[column] {
                Align::Left if column + 1 == row.len() => ["  ", cell, ""],
                Align::Left => ["  ", cell, &blanks],
                Align::Right => ["  ", &blanks, cell],
            };
            out.extend(cells);
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}

/// The text on one line, without anything that steers a terminal.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "\u{fffd}")
}

/// A CSV cell that no spreadsheet takes for a formula.
pub(crate) fn safe_cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Align, lay_out, one_line, safe_cell};

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["1996".into(), "7".into()], vec!["2018-06-06".into(), "12".into()]];
        let table = lay_out(&["DATE", "N"], &[Align::Left, Align::Right], &rows);
        assert_eq!(table, "  DATE         N\n  1996         7\n  2018-06-06  12\n");
    }

    #[test]
    fn a_giant_cell_pushes_no_other_row() {
        let giant = "x".repeat(70_000);
        let rows = [vec![giant.clone(), giant], vec!["a".into(), "b".into()]];
        let table = lay_out(&["ONE", "TWO"], &[Align::Left; 2], &rows);
        let last = table.lines().last().unwrap_or_default();
        assert_eq!(last, format!("  a{}b", " ".repeat(121)));
    }

    #[test]
    fn formulas_are_disarmed() {
        assert_eq!(safe_cell("=1+1"), "'=1+1");
        assert_eq!(safe_cell("1+1"), "1+1");
    }

    #[test]
    fn a_terminal_is_not_steered() {
        assert_eq!(one_line("a\u{1b}[2J\n b"), "a\u{fffd}[2J b");
    }
}
