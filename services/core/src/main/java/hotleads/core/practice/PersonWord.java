package hotleads.core.practice;

import hotleads.core.settings.SettingKind;
import java.util.Set;

/** What the practice calls those who come to it. */
record PersonWord(String word) {
    private static final Set<String> WORDS = Set.of("client", "patient");

    static final SettingKind<PersonWord> KIND = new SettingKind<>("words", PersonWord.class, new PersonWord("client"));

    boolean isKnown() {
        return WORDS.contains(word);
    }
}
