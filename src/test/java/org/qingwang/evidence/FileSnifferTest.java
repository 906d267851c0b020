package org.qingwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.evidence.SampleFiles.bytes;
import static org.qingwang.evidence.SampleFiles.together;
import static org.qingwang.evidence.SampleFiles.zip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingwang.common.BadInput;
import org.springframework.core.io.ByteArrayResource;

/** An officer opens what is kept here. What gets past this runs on the officer's machine. */
class FileSnifferTest {

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("a.pdf", SampleFiles.pdf(), FileType.PDF),
                Arguments.of("A.JPG", SampleFiles.jpeg(), FileType.JPEG),
                Arguments.of("photo", SampleFiles.jpeg(), FileType.JPEG),
                Arguments.of("a.png", bytes("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"), FileType.PNG),
                Arguments.of("a.webp", bytes("RIFF\u0024\0\0\0WEBPVP8 "), FileType.WEBP),
                Arguments.of("a.tif", bytes("II*\0\b\0\0\0"), FileType.TIFF),
                Arguments.of("a.mp4", bytes("\0\0\0\u0018ftypmp42\0\0\0\0isommp42"), FileType.MP4),
                Arguments.of("a.mp4", bytes("\0\0\0\u0018ftypisom\0\0\0\0isommp42"), FileType.MP4),
                Arguments.of("a.mp3", bytes("ID3\3\0\0\0\0\0\0\0\0"), FileType.MP3),
                Arguments.of("a.wav", bytes("RIFF\u0024\0\0\0WAVEfmt "), FileType.WAV),
                Arguments.of("a.docx", SampleFiles.docx(), FileType.DOCX),
                Arguments.of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), FileType.XLSX),
                Arguments.of("a.pptx", zip("[Content_Types].xml", "ppt/presentation.xml"), FileType.PPTX));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesWhatCamerasAndOfficesMake(String name, byte[] content, FileType type) {
        assertThat(typeOf(name, content)).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("photo.jpg", SampleFiles.program(), "evidence.refused.type"),
                Arguments.of("script.pdf", bytes("#!/bin/sh\nrm -rf ~\n"), "evidence.refused.type"),
                Arguments.of("page.pdf", bytes("<html><script>alert(1)</script>%PDF-1.4\n"), "evidence.refused.type"),
                Arguments.of("late.pdf", bytes("    %PDF-1.4\n%%EOF"), "evidence.refused.type"),
                Arguments.of("a.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "evidence.refused.type"),
                Arguments.of("a.txt", bytes("a text"), "evidence.refused.type"),
                Arguments.of("a.zip", zip("a.txt"), "evidence.refused.type"),
                Arguments.of("a.docx", zip("word/document.xml"), "evidence.refused.type"),
                Arguments.of("a.jar", zip("META-INF/MANIFEST.MF"), "evidence.refused.type"),
                Arguments.of(
                        "a.doc", bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), "evidence.refused.type"),
                Arguments.of("a.pdf", SampleFiles.jpeg(), "evidence.refused.name"),
                Arguments.of("a.jpg.exe", SampleFiles.jpeg(), "evidence.refused.name"),
                Arguments.of("a.docx", zip("[Content_Types].xml", "xl/workbook.xml"), "evidence.refused.name"),
                Arguments.of("a.docm", SampleFiles.docx(), "evidence.refused.name"),
                Arguments.of(
                        "a.docx",
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "evidence.refused.macros"),
                Arguments.of(
                        "both.jpg", together(SampleFiles.jpeg(), zip("evil.class")), "evidence.refused.two-in-one"),
                Arguments.of("both.pdf", together(SampleFiles.pdf(), zip("evil.class")), "evidence.refused.two-in-one"),
                Arguments.of("bomb.docx", SampleFiles.bomb(), "evidence.refused.bomb"),
                Arguments.of("locked.docx", damaged(SampleFiles.docx()), "evidence.refused.damaged"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatRunsHidesOrPretends(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> typeOf(name, content))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(reason));
    }

    /** Ten thousand empty parts weigh little and still cost an unpacker its time. */
    @Test
    void refusesADocumentOfTooManyParts() {
        String[] parts = IntStream.range(0, 10_002).mapToObj(i -> "p" + i).toArray(String[]::new);
        assertThatThrownBy(() -> typeOf("a.docx", zip(parts)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("evidence.refused.bomb"));
    }

    /** The flag that says a part is encrypted. */
    private static byte[] damaged(byte[] zip) {
        byte[] locked = Arrays.copyOf(zip, zip.length);
        locked[6] |= 1;
        return locked;
    }

    private static FileType typeOf(String name, byte[] content) {
        ByteArrayResource source = new ByteArrayResource(content);
        try {
            return FileSniffer.typeOf(name, Examination.of(source, content.length), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
