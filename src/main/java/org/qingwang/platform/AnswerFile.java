package org.qingwang.platform;

import org.qingwang.evidence.EvidenceFile;

/**
 * A file that came with an answer by personal link.
 *
 * @param step the answer it came with
 * @param name as it was sent: the case may have had the same content under another name
 */
public record AnswerFile(NoticeStage step, String name, EvidenceFile file) {}
