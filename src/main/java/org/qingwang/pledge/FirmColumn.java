package org.qingwang.pledge;

import java.util.Arrays;
import java.util.Optional;

/** A column of a list of firms, by its heading in either language. */
enum FirmColumn {
    CODE("creditCode", "统一社会信用代码", true),
    NAME("name", "企业名称", true),
    REGION("region", "地区", true),
    CONTACT("contact", "联系人", true),
    MAIL("mail", "电子邮箱", true),
    LANGUAGE("language", "语言", false),
    PLATFORM("platform", "所属平台", false);

    private final String english;
    private final String chinese;
    private final boolean required;

    FirmColumn(String english, String chinese, boolean required) {
        this.english = english;
        this.chinese = chinese;
        this.required = required;
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }

    boolean required() {
        return required;
    }

    static Optional<FirmColumn> ofHeading(String heading) {
        String written = heading.strip();
        return Arrays.stream(values())
                .filter(column -> column.english.equalsIgnoreCase(written) || column.chinese.equals(written))
                .findFirst();
    }
}
