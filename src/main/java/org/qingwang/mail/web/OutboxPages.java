package org.qingwang.mail.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.mail.Mail;
import org.qingwang.mail.MailState;
import org.qingwang.mail.Mails;
import org.qingwang.mail.PublicAddress;
import org.qingwang.mail.ReturnedMail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Outgoing mail, for the campaign office, supervisors and administrators; in the demonstration also its mailbox. */
@Controller
@RequestMapping("/desk/outbox")
class OutboxPages {

    private static final int PAGE = 50;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final Mails mails;
    private final ReturnedMail returned;
    private final PublicAddress ownAddress;

    OutboxPages(Mails mails, ReturnedMail returned, PublicAddress ownAddress) {
        this.mails = mails;
        this.returned = returned;
        this.ownAddress = ownAddress;
    }

    /** A piece of a mail's text; only what leads back to us is a link. */
    record Piece(String text, boolean link) {}

    @GetMapping
    String list(
            @RequestParam(required = false) MailState state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        List<Mail> found = mails.newest(state, before, PAGE + 1);
        List<Mail> rows = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("rows", rows);
        model.addAttribute("states", MailState.values());
        model.addAttribute("state", state);
        model.addAttribute("first", before == Long.MAX_VALUE);
        model.addAttribute("older", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("trouble", mails.inTrouble());
        model.addAttribute("inbox", returned.inbox().orElse(null));
        model.addAttribute("goesOut", mails.goesOut());
        model.addAttribute("kept", rows.stream().anyMatch(mail -> mail.state() == MailState.KEPT));
        return "mail/outbox";
    }

    @PostMapping("/test")
    String test(@RequestParam(defaultValue = "") String recipient) {
        mails.sendTest(recipient);
        return "redirect:/desk/outbox";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        Mail mail = mails.get(id);
        boolean kept = mail.state() == MailState.KEPT;
        model.addAttribute("mail", mail);
        model.addAttribute("pieces", pieces(kept ? mail.body() : mail.bodyForOthers()));
        model.addAttribute("struck", !kept && !mail.body().equals(mail.bodyForOthers()));
        model.addAttribute(
                "canSendAgain",
                switch (mail.state()) {
                    case REFUSED, RETURNED, GIVEN_UP -> true;
                    case WAITING, SENDING, SENT, KEPT -> false;
                });
        model.addAttribute("canReturn", mail.state() == MailState.SENT);
        return "mail/mail";
    }

    @PostMapping("/{id:\\d{1,18}}/again")
    String sendAgain(@PathVariable long id, @RequestParam(defaultValue = "") String recipient) {
        mails.sendAgain(id, recipient);
        return "redirect:/desk/outbox/" + id;
    }

    @PostMapping("/{id:\\d{1,18}}/returned")
    String returned(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        mails.noteReturned(id, why);
        return "redirect:/desk/outbox/" + id;
    }

    private List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            pieces.add(new Piece(text.substring(from, address.start()), false));
            pieces.add(new Piece(address.group(), address.group().startsWith(ownAddress.of("/"))));
            from = address.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
