package org.qingwang.print.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.qingwang.print.IssuedDocument;
import org.qingwang.print.IssuedDocuments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where anybody who holds a letter or a pack as a file finds out whether it was issued here and is unchanged. The file is
 * not kept. One that was changed and one that was never issued have one answer.
 */
@Controller
@RequestMapping("/public/verify")
class VerifyPage {

    private final IssuedDocuments documents;
    private final PublicAllowance allowance;
    private final PageProblems problems;

    VerifyPage(IssuedDocuments documents, PublicAllowance allowance, PageProblems problems) {
        this.documents = documents;
        this.allowance = allowance;
        this.problems = problems;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String form() {
        return "portal/verify";
    }

    @PostMapping
    String verify(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        Optional<IssuedDocument> issued =
                file == null || file.isEmpty() ? Optional.empty() : documents.find(digest(file));
        if (issued.isPresent()) {
            model.addAttribute("document", issued.get());
        } else {
            problems.show(new BadInput("file", "issued.unknown"), model, response);
        }
        return "portal/verify";
    }

    @ExceptionHandler
    String tooLarge(MultipartException failure, Model model, HttpServletResponse response) {
        problems.show(new BadInput("file", "issued.unknown"), model, response);
        return "portal/verify";
    }

    private static byte[] digest(MultipartFile file) throws IOException {
        try (DigestInputStream content =
                new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
