package org.qingwang.evidence.web;

import java.util.List;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.HoldingService;
import org.qingwang.evidence.Incoming;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form, as the evidence takes them. */
public final class EvidenceUploads {

    private EvidenceUploads() {}

    /** @param sent null where the form has no field for files */
    public static List<Incoming> of(List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(one -> !isLeftEmpty(one))
                        .map(one -> new Incoming(one.getOriginalFilename(), one))
                        .toList();
    }

    /** Shows files that are kept until their form is sent, and the field for more: {@code templates/evidence/held.html}. */
    public static void show(List<HeldFile> kept, Model model) {
        model.addAttribute("files", kept);
        model.addAttribute("mostFiles", HoldingService.MOST_FILES);
        model.addAttribute("mostMegabytes", HoldingService.MOST_MEGABYTES);
    }

    /** A browser sends a part without a name for a field nobody filled in. */
    private static boolean isLeftEmpty(MultipartFile file) {
        return file.isEmpty()
                && (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isEmpty());
    }
}
