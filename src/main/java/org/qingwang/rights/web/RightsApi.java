package org.qingwang.rights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.qingwang.common.BadInput;
import org.qingwang.rights.ImportReport;
import org.qingwang.rights.RightsImportService;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Brings files into the rights register for other systems, with a key of scope {@code rights:import}. */
@RestController
@RequestMapping("/api/v1/rights")
@Tag(name = "Rights register")
class RightsApi {

    private static final long MOST_BYTES = RightsImportService.MOST_MEGABYTES * 1024L * 1024;

    private final RightsImportService imports;
    private final MessageSource messages;

    RightsApi(RightsImportService imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** The file as the field {@code file} of a form. */
    @Operation(summary = "Import trade marks from WIPO ST.66, WIPO ST.96 or CSV; repeating it changes nothing")
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Report importForm(@RequestParam MultipartFile file, Locale locale) {
        if (file.isEmpty()) {
            throw new BadInput("file", "rights.import.empty");
        }
        return Report.of(imports.importFile(file), messages, locale);
    }

    /** The file as the whole body. */
    @Operation(summary = "Import trade marks from WIPO ST.66, WIPO ST.96 or CSV; repeating it changes nothing")
    @PostMapping(
            path = "/import",
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "text/csv",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    Report importBody(HttpServletRequest request, Locale locale) throws IOException {
        Path spooled = Files.createTempFile("qingwang-rights-", ".import");
        try {
            spool(request.getInputStream(), spooled);
            return Report.of(imports.importFile(new FileSystemResource(spooled)), messages, locale);
        } finally {
            Files.deleteIfExists(spooled);
        }
    }

    /** A reader may have to look at the file more than once, and a body can be read only once. */
    private static void spool(InputStream body, Path into) throws IOException {
        Files.copy(new LimitedStream(body, MOST_BYTES), into, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What became of the file; each record in it is counted once.
     *
     * @param format the standard it was recognised as
     * @param refusals the refused records, at most 500
     */
    record Report(
            String format,
            int added,
            int updated,
            int unchanged,
            int older,
            int refused,
            List<RightsPages.RefusedRow> refusals) {

        static Report of(ImportReport report, MessageSource messages, Locale locale) {
            return new Report(
                    report.source().name(),
                    report.added(),
                    report.updated(),
                    report.unchanged(),
                    report.older(),
                    report.refused(),
                    RightsPages.refusals(report, messages, locale));
        }
    }
}
