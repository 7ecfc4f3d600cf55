package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The whole site in a real browser that runs no scripts. */
class SiteInBrowserIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int PAPER = 658; // A4 without its margins

    /** A script that lists what is wrong with a page's structure. */
    static final String STRUCTURE =
            """
            const wrong = [];
            const all = selector => [...document.querySelectorAll(selector)];
            if (document.documentElement.lang !== 'en') wrong.push('no language');
            for (const one of ['main', 'body header', 'h1', 'body footer']) {
              if (all(one).length !== 1) wrong.push(all(one).length + ' times ' + one);
            }
            let before = 0;
            for (const heading of all('h1, h2, h3, h4, h5, h6')) {
              const level = Number(heading.tagName[1]);
              if (level > before + 1) wrong.push(heading.textContent + ': level ' + level + ' after ' + before);
              before = level;
            }
            for (const image of all('img')) {
              const caption = image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
              if (!image.alt.trim() && !caption) wrong.push('a picture without words');
              if (image.alt.trim() === caption) wrong.push('read twice: ' + caption);
              if (image.matches('.slider :not(:checked) + label + figure > img')) continue;
              if (!image.naturalWidth || image.getBoundingClientRect().width < 100) wrong.push('not seen: ' + image.alt + caption);
            }
            for (const table of all('table')) {
              const name = table.caption || table.closest('[aria-label]');
              if (!name) wrong.push('a table without a name');
            }
            for (const head of all('th')) if (!head.scope) wrong.push('a head without scope: ' + head.textContent);
            for (const nav of all('nav')) {
              if (!nav.ariaLabel && !document.getElementById(nav.getAttribute('aria-labelledby'))) wrong.push('a nav without a name');
            }
            for (const reached of all('[tabindex="0"]')) if (!reached.ariaLabel) wrong.push('reached but nameless: ' + reached.textContent.slice(0, 40));
            for (const box of all('pre, .scroll')) {
              if (box.scrollWidth > box.clientWidth + 1 && box.tabIndex < 0) wrong.push('scrolls, but not by keyboard: ' + box.textContent.slice(0, 40));
            }
            const ids = all('[id]').map(e => e.id);
            ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push('twice: id ' + id));
            all('script, [onclick], iframe, object').forEach(e => wrong.push('<' + e.tagName + '>'));
            return wrong;
            """;

    /** A script that lists each broken link within the site. */
    private static final String LINKS =
            "return [...document.querySelectorAll('a[href]')].map(a =>"
                    + " a.getAttribute('href')).filter(h => !h.startsWith('https:'))";

    @TempDir static Path folder;
    private static List<String> pages;
    private static Browser browser;

    @BeforeAll
    static void write() throws IOException {
        Tools.requireBrowser();
        Site site = Site.of(Home.locate());
        site.write(folder);
        pages = site.files().keySet().stream().filter(f -> f.endsWith(".html")).sorted().toList();
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWellStructuredAndFitsAPhone() {
        return eachPage(
                page -> {
                    ReaderPage phone = open(page, "light", PHONE);
                    assertAll(
                            page,
                            () -> assertEquals(List.of(), phone.findings(STRUCTURE)),
                            () ->
                                    assertTrue(
                                            phone.overflow() <= 0,
                                            phone.overflow() + " pixels too wide"),
                            () -> assertEquals(List.of(), phone.complaints()),
                            () -> assertEquals(List.of(), deadLinks(phone)));
                });
    }

    @TestFactory
    Stream<DynamicTest> everyTextHasContrastInBothThemes() {
        return eachPage(
                page -> {
                    ReaderPage light = open(page, "light", DESK);
                    String paper = light.background();
                    assertEquals(List.of(), light.findings(ReaderPage.CONTRAST));
                    ReaderPage dark = open(page, "dark", DESK);
                    assertNotEquals(paper, dark.background());
                    assertEquals(List.of(), dark.findings(ReaderPage.CONTRAST));
                    assertTrue(dark.overflow() <= 0, dark.overflow() + " pixels too wide");
                });
    }

    /** Content that is too wide would be cut off, and make the browser shrink everything else. */
    @TestFactory
    Stream<DynamicTest> everyPageFitsPaperAndPrintsDarkOnWhite() {
        return eachPage(
                page -> {
                    ReaderPage paper = open(page, "print", PAPER);
                    assertTrue(paper.overflow() <= 0, paper.overflow() + " pixels too wide");
                    assertEquals("rgb(255, 255, 255)", paper.background());
                    assertEquals(
                            List.of(),
                            paper.findings(
                                    "return [...document.images].map(i =>"
                                            + " getComputedStyle(i).filter).filter(f => f !=="
                                            + " 'none')"));
                });
    }

    @Test
    void keyboardSkipsToTheTextAndReachesTheNextLesson() {
        ReaderPage page = open("02-learning-one-weight.html", "light", DESK);
        WebElement skip = page.tab();
        assertEquals("Skip to the text", skip.getText());
        assertTrue(skip.getRect().getX() >= 0, "the link is seen when it has the focus");
        assertEquals("main", page.press(Keys.ENTER).getTagName());
        WebElement focused = page.tab();
        for (int i = 0; i < 100 && !"next".equals(focused.getAttribute("rel")); i++) {
            String width = framed(focused).getCssValue("outline-width");
            assertEquals("3px", width, "a frame around " + framed(focused).getText());
            focused = page.tab();
        }
        page.press(Keys.ENTER);
        assertEquals("03-a-tiny-network-learns.html", page.file());
    }

    /**
     * Where the frame of the focus is seen: a slider's buttons are hidden, and their labels are
     * not.
     */
    private static WebElement framed(WebElement focused) {
        return "radio".equals(focused.getAttribute("type"))
                ? focused.findElement(By.xpath("following-sibling::label[1]"))
                : focused;
    }

    @Test
    void screenReaderReadsEachPictureOnce() {
        ReaderPage page = open("03-a-tiny-network-learns.html", "light", DESK);
        List<String> descriptions =
                page.findings(
                        "return [...document.querySelectorAll('img')].filter(i =>"
                                + " i.checkVisibility()).map(i => i.alt)");
        assertTrue(descriptions.size() > 3, descriptions.toString());
        List<String> names = page.spokenNames();
        for (String description : descriptions) {
            assertEquals(
                    descriptions.stream().filter(description::equals).count(),
                    names.stream().filter(name -> name.endsWith(" " + description)).count(),
                    description);
        }
    }

    @Test
    void noScriptRuns() throws IOException {
        Path control = folder.resolve("control.html");
        Files.writeString(
                control,
                "<!DOCTYPE html><title>still</title><script>document.title = 'ran'</script>");
        assertEquals("still", ReaderPage.open(browser, control, "light", DESK).title());
        Files.delete(control);
    }

    private static List<String> deadLinks(ReaderPage page) throws IOException {
        return page.findings(LINKS).stream().filter(link -> !leadsSomewhere(page, link)).toList();
    }

    private static boolean leadsSomewhere(ReaderPage page, String link) {
        String file = link.replaceFirst("#.*", "");
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        Path target = folder.resolve(file.isEmpty() ? page.file() : file);
        try {
            return Files.exists(target)
                    && (anchor.isEmpty()
                            || Files.readString(target).contains(" id=\"" + anchor + "\""));
        } catch (IOException e) {
            return false;
        }
    }

    private static ReaderPage open(String page, String theme, int width) {
        return ReaderPage.open(browser, folder.resolve(page), theme, width);
    }

    private interface Look {
        void at(String page) throws Exception;
    }

    private static Stream<DynamicTest> eachPage(Look look) {
        return pages.stream().map(page -> DynamicTest.dynamicTest(page, () -> look.at(page)));
    }
}
