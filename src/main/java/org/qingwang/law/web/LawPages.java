package org.qingwang.law.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.qingwang.agency.Actors;
import org.qingwang.law.LawCorrections;
import org.qingwang.law.LawKind;
import org.qingwang.law.LawRegister;
import org.qingwang.law.LawRule;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The law as this product holds it, for everybody who works by it. */
@Controller
@RequestMapping("/desk/law")
class LawPages {

    private static final String ID = "{id:[a-z0-9.-]{3,80}}";

    private final LawRegister register;
    private final LawCorrections corrections;
    private final LawWords words;

    LawPages(LawRegister register, LawCorrections corrections, LawWords words) {
        this.register = register;
        this.corrections = corrections;
        this.words = words;
    }

    @ModelAttribute("words")
    LawWords words() {
        return words;
    }

    @ModelAttribute("mayCorrect")
    boolean mayCorrect() {
        return corrections.mayCorrect(Actors.current());
    }

    /** Rules of one kind, for a table of their own. */
    record Group(LawKind kind, List<LawRegister.Entry> entries) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) Integer entered, Model model) {
        List<LawRegister.Entry> found = register.all().stream()
                .filter(entry -> speaksOf(entry, q.strip()))
                .toList();
        model.addAttribute("q", q.strip());
        model.addAttribute("entered", entered);
        model.addAttribute("found", found.size());
        model.addAttribute(
                "groups",
                Stream.of(LawKind.values())
                        .map(kind -> new Group(
                                kind,
                                found.stream()
                                        .filter(entry -> entry.kind() == kind)
                                        .toList()))
                        .filter(group -> !group.entries().isEmpty())
                        .toList());
        model.addAttribute("years", q.isBlank() ? register.calendar() : List.of());
        model.addAttribute("revisions", corrections.revisions());
        return "law/list";
    }

    private static boolean speaksOf(LawRegister.Entry entry, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return entry.versions().stream()
                .map(LawRegister.Version::rule)
                .anyMatch(rule -> text(rule).contains(wanted));
    }

    private static String text(LawRule rule) {
        return String.join(
                        " ",
                        rule.id(),
                        rule.name(),
                        rule.nameZh(),
                        rule.basis().english(),
                        rule.basis().chinese())
                .toLowerCase(Locale.ROOT);
    }

    @GetMapping("/" + ID)
    String rule(@PathVariable String id, Model model) {
        LawRegister.Entry entry =
                register.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", entry);
        model.addAttribute("ever", entry.kind() == LawKind.DEADLINES ? register.everUnder(id) : Map.of());
        return "law/rule";
    }

    /** The rule as a file, to be corrected and brought back. */
    @GetMapping("/" + ID + "/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        String text = register.fileOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".yaml\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
