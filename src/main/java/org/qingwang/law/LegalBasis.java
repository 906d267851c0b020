package org.qingwang.law;

/**
 * Where a rule stands.
 *
 * @param law the act in English
 * @param lawZh the act in Chinese
 * @param article its article or articles as people cite them, for example {@code 61, 85}; empty if no article says it
 */
public record LegalBasis(String law, String lawZh, String article) {

    /** @return law and article in one line, English */
    public String english() {
        return article.isEmpty() ? law : law + ", art. " + article;
    }

    /** @return law and article in one line, Chinese */
    public String chinese() {
        return article.isEmpty() ? "《" + lawZh + "》" : "《" + lawZh + "》第" + article + "条";
    }
}
