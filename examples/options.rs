//! Prints the table of options, for the page.

fn main() {
    println!("{}", neural_figure::config::options_json());
}
