//! What holds of every answer, each with the test that holds it; how many cases those tried is in `tests/README.md`.
//!
//! # Numbers
//!
//! | what holds | held by |
//! | --- | --- |
//! | Sums, products and quotients are exact, or refused where they have no room; no float touches money or shares. | `tests/laws/arithmetic.rs::a_product_is_exact_or_refused`, `src/quantity/ratio/tests.rs::figures_of_any_length_are_reckoned_exactly` |
//! | A value is rounded once, when it is printed, half away from zero. | `tests/laws/arithmetic.rs::a_quotient_is_rounded_once` |
//! | The worked numbers of the model come out of the program as they were worked by hand. | `tests/numbers.rs::the_table_of_the_model_comes_out`, `tests/numbers.rs::the_verdicts_of_the_model_come_out` |
//! | A digit of the book moves every figure that rests on it, in all answers alike, and no other. | `tests/one_digit.rs::every_figure_that_rests_on_a_digit_moves_with_it` |
//! | A total is the sum of unrounded amounts; the parts of a change are the whole without a remainder. | `tests/laws/change.rs::the_parts_of_a_change_are_the_whole_without_a_remainder` |
//!
//! # Pledges
//!
//! | what holds | held by |
//! | --- | --- |
//! | A pledge is read as its canonical text says, and that reads back to the same pledge; what cannot be read shows a way out. | `tests/laws/pledges.rs::canonical_text_reads_back_to_itself`, `tests/pledges.rs::every_sentence_is_read_or_refused_as_the_table_says` |
//! | The stated figure lies within what its digits allow. | `tests/laws/pledges.rs::the_stated_figure_lies_within_its_bounds` |
//!
//! # GDP
//!
//! | what holds | held by |
//! | --- | --- |
//! | Every published figure of a year is the one that counts, or passed over with a reason; none is forgotten. | `tests/laws/reasons.rs::every_figure_is_chosen_or_passed_over` |
//! | Higher GDP never lowers what a share asks for, never makes a missed floor met, nor a met ceiling missed. | `tests/laws/path.rs::higher_gdp_never_lowers_what_a_share_asks_for`, `tests/laws/verdicts.rs::a_larger_gdp_makes_no_missed_floor_met_and_no_met_ceiling_missed` |
//! | A scenario file has the answers of the same GDP in the book, however it is cut into blocks. | `tests/laws/feed.rs::a_fed_path_comes_to_what_the_book_says`, `tests/stream.rs::the_stream_equals_the_evaluator_in_every_format_that_takes_rows` |
//!
//! # Verdicts
//!
//! | what holds | held by |
//! | --- | --- |
//! | A wider figure never makes a verdict more certain, and a figure more changes no other row. | `tests/laws/verdicts.rs::a_wider_figure_decides_less`, `tests/laws/measures.rs::a_figure_more_changes_no_other_row` |
//! | More money is never worse for a floor, and never better for a ceiling. | `tests/laws/verdicts.rs::more_money_is_never_worse_and_under_a_ceiling_never_better` |
//! | No order of commitments changes a verdict. | `tests/laws/answers.rs::the_order_of_commitments_changes_no_verdict` |
//!
//! # Answers
//!
//! | what holds | held by |
//! | --- | --- |
//! | Every question has its answer in every format, and what CSV, JSON and workbooks hold reads back as it was. | `tests/laws/tables.rs::every_question_has_its_answer_in_every_format`, `tests/laws/workbooks.rs::a_workbook_holds_what_csv_holds` |
//! | A statement that `export sql` writes gives the same cents in engines as the program. | `tests/engines.rs::amounts_of_every_form_are_those_of_the_program`, `tests/engines.rs::verdicts_of_every_kind_are_those_of_the_program` |
//! | A picture comes out again, byte for byte, by the command that it records. | `tests/replay.rs::every_picture_of_the_gallery_comes_out_again` |
//! | No bytes of a book, a feed or a table of translations make a reader panic: they are read, or an error in its place says what to do. | `tests/laws/texts.rs::any_bytes_are_a_file_of_a_book_or_an_error_in_its_place`, `tests/kinds.rs::every_finding_has_a_way_out` |
//! | Text stays text, in whatever it is written. | `tests/laws/containers.rs::pages_and_pictures_hold_nothing_but_text` |
