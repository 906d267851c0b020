package org.qingwang.agency;

import java.util.Arrays;
import java.util.Optional;

/** An organ that takes part in campaigns. The key is the stem of its group and tenant ids. */
public enum Agency {
    OFFICE("office", "Campaign office", "领导小组办公室"),
    COMMERCE("commerce", "Commerce (market regulation)", "市场监管部门"),
    CUSTOMS("customs", "Customs", "海关"),
    PUBLIC_SECURITY("publicsecurity", "Public security", "公安机关");

    private final String key;
    private final String englishName;
    private final String chineseName;

    Agency(String key, String englishName, String chineseName) {
        this.key = key;
        this.englishName = englishName;
        this.chineseName = chineseName;
    }

    public String key() {
        return key;
    }

    public String englishName() {
        return englishName;
    }

    public String chineseName() {
        return chineseName;
    }

    /** @return the agency with this key, empty if there is none */
    public static Optional<Agency> ofKey(String key) {
        return Arrays.stream(values()).filter(agency -> agency.key.equals(key)).findFirst();
    }
}
