//! A real browser, if there is one: each test has its own, and a book of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::Instant;

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::served::{PATIENCE, Served, program};

/// How a browser is set.
#[derive(Clone, Copy)]
pub(crate) struct Profile {
    /// Whether pages have their script.
    pub(crate) script: bool,
    pub(crate) dark: bool,
    /// How many pixels wide pages are.
    pub(crate) width: u32,
}

/// As most people have it.
pub(crate) const USUAL: Profile = Profile { script: true, dark: false, width: 1280 };

/// Somebody at a browser that shows a book.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) client: Client,
    pub(crate) served: Rc<Served>,
}

/// What drives a browser, on a port of its own until it is dropped.
struct Driver {
    child: Child,
    address: String,
}

impl Driver {
    fn start(path: &Path) -> Self {
        let mut child =
            Command::new(path).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told = |line: String| Some(line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').to_owned());
        let port = lines.by_ref().find_map(|line| told(line.unwrap()));
        // what it still says has to go somewhere
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: format!("http://127.0.0.1:{}", port.unwrap()) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lets somebody visit a book in a browser; says so where there is none, unless one is required.
pub(crate) fn visit<T: Future<Output = ()> + 'static>(profile: Profile, test: impl FnOnce(Visitor) -> T) {
    let found = (program(&["chromedriver"]), program(&["chromium", "chromium-browser", "google-chrome"]));
    let (Some(driver), Some(browser)) = found else {
        let lacking = "no chromium or no chromedriver; install Debian's chromium and chromium-driver";
        skipped("PLEDGEBOOK_BROWSER", lacking);
        return;
    };
    let driver = Driver::start(&driver);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let capabilities = capabilities(profile, &browser).as_object().unwrap().clone();
        let client =
            ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&driver.address).await.unwrap();
        let visitor = Visitor { client: client.clone(), served: Rc::new(Served::new()) };
        let done = tokio::task::spawn_local(test(visitor)).await;
        client.close().await.unwrap();
        done.unwrap();
    });
}

/// Tells that a test had nothing to do, past the silence in which tests run; a fault where this variable says that it is required.
pub(crate) fn skipped(variable: &str, why: &str) {
    use std::io::Write;
    assert!(std::env::var_os(variable).is_none_or(|wish| wish != "required"), "{why}");
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

fn capabilities(profile: Profile, browser: &Path) -> Value {
    let theme = format!("--blink-settings=preferredColorScheme={}", u8::from(!profile.dark));
    let mut arguments = vec![theme.as_str()];
    arguments.extend(["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"]);
    arguments.extend(["--disable-background-networking", "--disable-component-update"]);
    // 2 is to block
    let preferences =
        json!({"profile.managed_default_content_settings.javascript": if profile.script { 1 } else { 2 }});
    let metrics = json!({"width": profile.width, "height": 900, "pixelRatio": 1, "touch": false});
    let options = json!({
        "binary": browser,
        "args": arguments,
        "prefs": preferences,
        "mobileEmulation": {"deviceMetrics": metrics},
    });
    json!({"browserName": "chrome", "goog:chromeOptions": options})
}

impl Visitor {
    pub(crate) async fn open(&self, path: &str) {
        self.client.goto(&self.served.url(path)).await.unwrap();
    }

    /// What a script gives.
    pub(crate) async fn value(&self, script: &str) -> Value {
        self.client.execute(&format!("return {script}"), Vec::new()).await.unwrap()
    }

    pub(crate) async fn text(&self, script: &str) -> String {
        self.value(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until what a script gives is true.
    pub(crate) async fn until(&self, script: &str) {
        let start = Instant::now();
        while self.value(&format!("Boolean({script})")).await != true {
            if start.elapsed() > PATIENCE {
                let page = self.text("location.href + '\\n' + document.body.innerText").await;
                panic!("it never came to pass: {script}\n{page}");
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    pub(crate) async fn press(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Focuses the first of these that is to be seen.
    pub(crate) async fn focus(&self, selector: &str) {
        let seen = format!("[...document.querySelectorAll({selector:?})].find(own => own.checkVisibility())");
        self.until(&seen).await;
        self.value(&format!("{seen}.focus()")).await;
    }

    /// Clicks on the first of these that is to be seen.
    pub(crate) async fn click(&self, selector: &str) {
        let found = self.client.find_all(Locator::Css(selector)).await.unwrap();
        for element in &found {
            if element.is_displayed().await.unwrap() {
                return element.click().await.unwrap();
            }
        }
        panic!("nothing to click on: {selector}");
    }
}
