package org.qingwang.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Evidence of a case or complaint: received, listed, shown, taken and passed on. */
@Controller
@RequestMapping("/desk/evidence")
class EvidencePages {

    private static final Logger LOG = LoggerFactory.getLogger(EvidencePages.class);

    private final EvidenceService evidence;
    private final EvidenceDownloads downloads;
    private final MessageSource messages;

    EvidencePages(EvidenceService evidence, EvidenceDownloads downloads, MessageSource messages) {
        this.evidence = evidence;
        this.downloads = downloads;
        this.messages = messages;
    }

    @GetMapping("/{type:case|complaint}/{number}")
    ModelAndView list(
            @PathVariable String type, @PathVariable String number, @RequestParam(required = false) Integer received) {
        return listPage(subject(type, number), HttpStatus.OK).addObject("received", received);
    }

    @PostMapping("/{type:case|complaint}/{number}")
    ModelAndView receive(
            @PathVariable String type,
            @PathVariable String number,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) String note,
            Locale locale) {
        Subject subject = subject(type, number);
        List<Incoming> incoming = EvidenceUploads.of(file);
        try {
            int received = evidence.store(subject, incoming, note).size();
            return new ModelAndView("redirect:/desk/evidence/{type}/{number}?received=" + received);
        } catch (BadInput reason) {
            return listPage(subject, HttpStatus.BAD_REQUEST).addObject("problem", sentence(reason, locale));
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView one(@PathVariable long id) {
        return filePage(id, HttpStatus.OK);
    }

    @PostMapping("/{id:\\d{1,18}}/hand-over")
    ModelAndView handOver(@PathVariable long id, @RequestParam(defaultValue = "") String recipient, Locale locale) {
        try {
            evidence.handOver(id, recipient);
            return new ModelAndView("redirect:/desk/evidence/{id}");
        } catch (BadInput reason) {
            return filePage(id, HttpStatus.BAD_REQUEST).addObject("problem", sentence(reason, locale));
        }
    }

    @GetMapping("/{id:\\d{1,18}}/content")
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        EvidenceFile file = evidence.handOut(id, false);
        downloads.send(file, file.name(), "attachment", response);
    }

    /** A picture in the browser; everything else is taken away, because showing it means running a program on it. */
    @GetMapping("/{id:\\d{1,18}}/picture")
    void picture(@PathVariable long id, HttpServletResponse response) throws IOException {
        if (!evidence.find(id).type().isPicture()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        EvidenceFile file = evidence.handOut(id, true);
        downloads.send(file, file.name(), "inline", response);
    }

    /** The container gave up before anything of the request was read, so all that is known is its address. */
    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge, Locale locale) {
        String sentence = messages.getMessage(
                "evidence.refused.request",
                new Object[] {EvidenceService.MOST_MEGABYTES, EvidenceService.MOST_FILES_AT_ONCE},
                locale);
        return new ModelAndView("evidence/refused", Map.of("problem", sentence), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    /** To whom a case is not to be shown, its evidence does not exist either. */
    @ExceptionHandler
    void notThere(NotAllowed refusal, HttpServletResponse response) throws IOException {
        LOG.info("refused: {}", refusal.getMessage());
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private ModelAndView listPage(Subject subject, HttpStatus status) {
        evidence.list(subject);
        ModelAndView page = new ModelAndView("evidence/page", status);
        page.addObject("subject", subject);
        return page;
    }

    private ModelAndView filePage(long id, HttpStatus status) {
        ModelAndView page = new ModelAndView("evidence/file", status);
        page.addObject("file", evidence.find(id));
        page.addObject("custody", evidence.custodyOf(id));
        return page;
    }

    private String sentence(BadInput reason, Locale locale) {
        return messages.getMessage(reason.messageKey(), reason.arguments(), locale);
    }

    private static Subject subject(String type, String number) {
        return new Subject(Subject.Type.ofKey(type).orElseThrow(), number);
    }
}
