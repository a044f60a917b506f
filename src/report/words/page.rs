//! What holds a page together: its headings, what introduces them, and the heads of its tables.

use crate::chart::words::In;

/// Its phrases; names, numbers and commands come as ready text.
pub(in crate::report) struct Sentences {
    /// What the page of another country than the book's own is called.
    pub(in crate::report) title: fn(country: &str) -> String,
    /// What the page above several countries is called.
    pub(in crate::report) title_of_several: fn(countries: &str) -> String,
    pub(in crate::report) countries: fn(usize) -> String,
    /// The day whose knowledge is shown; the book and the command.
    pub(in crate::report) as_known: fn(day: &str) -> String,
    pub(in crate::report) written: fn(book: &str, command: &str) -> String,
    pub(in crate::report) each_has_a_page: &'static str,
    /// Before the sentences on the statement that the book opens with.
    pub(in crate::report) opening: fn(day: &str, publisher: &str) -> String,
    /// How many other pledges are found below.
    pub(in crate::report) others_below: fn(usize) -> String,
    pub(in crate::report) no_pledge: &'static str,
    pub(in crate::report) every_pledge: &'static str,
    pub(in crate::report) how_to_read: &'static str,
    pub(in crate::report) pledge: &'static str,
    pub(in crate::report) spent: &'static str,
    pub(in crate::report) gap: &'static str,
    pub(in crate::report) verdict: &'static str,
    /// How many commitments were replaced, and the command that shows them.
    pub(in crate::report) superseded: fn(usize, command: &str) -> String,
    pub(in crate::report) not_known: &'static str,
    /// Years that are over of which a plan is all that is known, pledges of which nothing is, and commitments without a figure.
    pub(in crate::report) only_planned: fn(pledges: &str) -> String,
    pub(in crate::report) nothing_yet: fn(pledges: &str) -> String,
    pub(in crate::report) without_figure: fn(pledges: &str) -> String,
    pub(in crate::report) all_known: &'static str,
    /// What the annex of a page is called, and how that page leads to it.
    pub(in crate::report) annex: fn(title: &str) -> String,
    pub(in crate::report) annex_holds: fn(file: &str) -> String,
    pub(in crate::report) reasons: &'static str,
    pub(in crate::report) two_readings: &'static str,
    pub(in crate::report) comes_to: &'static str,
    pub(in crate::report) by_scenario: fn(currency: &str) -> String,
    pub(in crate::report) on_gdp_of: &'static str,
    pub(in crate::report) gdp: &'static str,
    pub(in crate::report) amount: &'static str,
    pub(in crate::report) allowed: &'static str,
    /// The amounts that a pledge allows, where it has only a floor, only a ceiling, or both.
    pub(in crate::report) from: fn(low: &str) -> String,
    pub(in crate::report) up_to: fn(high: &str) -> String,
    /// Where GDP makes no difference, where it is missing, and where the pledge is a share of something else.
    pub(in crate::report) on_any_gdp: fn(amount: &str, allowed: &str) -> String,
    pub(in crate::report) no_gdp: &'static str,
    pub(in crate::report) not_of_gdp: &'static str,
    pub(in crate::report) pictures: &'static str,
    pub(in crate::report) also_as: fn(png: &str, csv: &str) -> String,
    pub(in crate::report) left_out: fn(names: &str) -> String,
    pub(in crate::report) sources: &'static str,
    pub(in crate::report) files: &'static str,
    /// What is in the files: amounts, verdicts, GDP, commitments, sources, pictures.
    pub(in crate::report) contents: [&'static str; 6],
    pub(in crate::report) workbook: &'static str,
    pub(in crate::report) data_package: &'static str,
    /// What is said below a page that may have been sent without them.
    pub(in crate::report) beside: &'static str,
}

pub(in crate::report) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        title: |country| format!("What {country} has pledged"),
        title_of_several: |countries| format!("What {countries} have pledged"),
        countries: |number| format!("{number} countries"),
        as_known: |day| format!("As known on {day}."),
        written: |book, command| format!("Written by {command} from the book {book}."),
        each_has_a_page: "Every country has a page with its tables and pictures.",
        opening: |day, publisher| format!("Pledged on {day} ({publisher}):"),
        others_below: |others| match others {
            0 => String::new(),
            1 => "One more pledge stands.".to_owned(),
            _ => format!("{others} more pledges stand."),
        },
        no_pledge: "No pledge with a figure had been announced by then.",
        every_pledge: "Pledges and figures",
        how_to_read: "Each publisher’s figure is judged by itself; the table has the firmest. A plan is money set aside, not money \
                      spent. *Met when rounded* is off the words as written, yet equals them at the digits in which they were said.",
        pledge: "Pledge",
        spent: "Spent or planned",
        gap: "Gap as written",
        verdict: "Verdict",
        superseded: |number, command| match number {
            0 => String::new(),
            1 => format!("One pledge that a later one replaced is left out; {command} shows it too."),
            _ => format!("{number} pledges that later ones replaced are left out; {command} shows them too."),
        },
        not_known: "What is not known",
        only_planned: |pledges| {
            format!("How much was spent: the years are over, but only a plan or forecast is published of {pledges}.")
        },
        nothing_yet: |pledges| format!("Nothing is published yet of {pledges}."),
        without_figure: |pledges| format!("No figure was named for {pledges}."),
        all_known: "Every pledge could be held against figures.",
        annex: |title| format!("{title}: annex"),
        annex_holds: |file| {
            format!(
                "The [annex]({file}) says why each verdict is what it is and what the pledges come to on each GDP, and has more pictures."
            )
        },
        reasons: "Why",
        two_readings: "Two readings stand side by side: the verdict, which takes a figure at the digits in which it was said, and the \
                       words exactly as written.",
        comes_to: "What the pledges come to",
        by_scenario: |currency| {
            format!(
                "A share is money only once there is a GDP: {currency} million at current prices, under each GDP of the book."
            )
        },
        on_gdp_of: "Path of GDP",
        gdp: "GDP",
        amount: "Pledged",
        allowed: "Its words allow",
        from: |low| format!("at least {low}"),
        up_to: |high| format!("at most {high}"),
        on_any_gdp: |amount, allowed| match allowed == amount {
            true => format!("{amount}, whatever GDP is."),
            false => format!("{amount}, whatever GDP is; its words allow {allowed}."),
        },
        no_gdp: "no GDP",
        not_of_gdp: "not of GDP",
        pictures: "Pictures",
        also_as: |png, csv| format!("Also as {png}; its data as {csv}."),
        left_out: |names| format!("Left out, since the book has no figures for them: {names}."),
        sources: "Sources",
        files: "Files",
        contents: [
            "what each standing pledge comes to, per year and scenario",
            "whether each standing pledge was kept, by how much, on whose figures, and why",
            "the GDP of every year and scenario, with publisher, vintage and source",
            "every commitment, superseded ones included",
            "every document, with its address and terms",
            "each picture as SVG and PNG, and its data as CSV",
        ],
        workbook: "the tables as a workbook, for spreadsheets of every language",
        data_package: "types and units of every column, sources and terms, for programs",
        beside: "The files named here stand beside this page in the folder of the report. Sent alone, the page is whole without them.",
    },
    lv: Sentences {
        title: |country| format!("{country}: kas ir solīts"),
        title_of_several: |countries| format!("Kas ir solīts: {countries}"),
        countries: |number| format!("valstu skaits – {number}"),
        as_known: |day| format!("Pēc {day} zināmajiem datiem."),
        written: |book, command| format!("Sagatavots ar komandu {command} no datu krājuma {book}."),
        each_has_a_page: "Katrai valstij ir sava lapa ar tabulām un attēliem.",
        opening: |day, publisher| format!("Solīts {day} ({publisher}):"),
        others_below: |others| match others {
            0 => String::new(),
            _ => format!("Spēkā ir vēl citi solījumi (skaits: {others})."),
        },
        no_pledge: "Līdz tam neviens solījums ar skaitli nebija paziņots.",
        every_pledge: "Solījumi un skaitļi",
        how_to_read: "Katra avota skaitlis vērtēts atsevišķi; tabulā ir drošākais no tiem. Plāns ir paredzēta, nevis iztērēta \
                      nauda. *Izpildīts, noapaļojot* – burtiski ar solīto nesakrīt, bet sakrīt, ja noapaļo tāpat kā solījumā.",
        pledge: "Solījums",
        spent: "Iztērēts vai plānots",
        gap: "Starpība burtiski",
        verdict: "Vērtējums",
        superseded: |number, command| match number {
            0 => String::new(),
            _ => format!("Te nav solījumu, ko aizstājuši vēlāki (skaits: {number}); tos parāda {command}."),
        },
        not_known: "Kas nav zināms",
        only_planned: |pledges| {
            format!("Cik iztērēts: gadi ir beigušies, bet publicēts tikai plāns vai prognoze – {pledges}.")
        },
        nothing_yet: |pledges| format!("Vēl nekas nav publicēts: {pledges}."),
        without_figure: |pledges| format!("Skaitlis nav nosaukts: {pledges}."),
        all_known: "Visus solījumus varēja salīdzināt ar datiem.",
        annex: |title| format!("{title}. Pielikums"),
        annex_holds: |file| {
            format!(
                "[Pielikumā]({file}) ir pamatojums katram vērtējumam, cik solītais ir naudā pēc katra IKP, un citi attēli."
            )
        },
        reasons: "Kāpēc",
        two_readings: "Līdzās ir divi lasījumi: vērtējums, kurā skaitlis ņemts ar tik cipariem, cik nosaukts solījumā, un solījums \
                       burtiski.",
        comes_to: "Cik tas ir naudā",
        by_scenario: |currency| {
            format!(
                "Daļa kļūst par naudu tikai tad, kad zināms IKP: milj. {currency} faktiskajās cenās pēc katra IKP, kas ir datu krājumā."
            )
        },
        on_gdp_of: "IKP scenārijs",
        gdp: "IKP",
        amount: "Solīts",
        allowed: "Vārdi pieļauj",
        from: |low| format!("vismaz {low}"),
        up_to: |high| format!("ne vairāk kā {high}"),
        on_any_gdp: |amount, allowed| match allowed == amount {
            true => format!("{amount}, lai kāds būtu IKP."),
            false => format!("{amount}, lai kāds būtu IKP; vārdi pieļauj {allowed}."),
        },
        no_gdp: "nav IKP",
        not_of_gdp: "nav no IKP",
        pictures: "Attēli",
        also_as: |png, csv| format!("Arī kā {png}; attēla dati kā {csv}."),
        left_out: |names| format!("Izlaists, jo datu krājumā tam nav skaitļu: {names}."),
        sources: "Avoti",
        files: "Datnes",
        contents: [
            "cik naudas ir katrs spēkā esošais solījums, pa gadiem un scenārijiem",
            "vai katrs spēkā esošais solījums ir izpildīts, ar kādu starpību, pēc kā datiem un kāpēc",
            "katra gada un scenārija IKP ar tā avotu un publicēšanas dienu",
            "visi solījumi, arī aizstātie",
            "visi dokumenti ar adresi un lietošanas noteikumiem",
            "katrs attēls kā SVG un PNG, un tā dati kā CSV",
        ],
        workbook: "tabulas kā darbgrāmata izklājlapām jebkurā valodā",
        data_package: "katras kolonnas tips un mērvienība, avoti un lietošanas noteikumi, programmām",
        beside: "Šeit nosauktās datnes ir pārskata mapē līdzās šai lapai. Lapa ir pilnīga arī tad, ja saņemta bez tām.",
    },
};
