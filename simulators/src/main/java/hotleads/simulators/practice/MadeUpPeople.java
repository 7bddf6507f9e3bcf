package hotleads.simulators.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sixty people nobody could take for real ones, with the oddities real lists have. */
final class MadeUpPeople {

    private static final List<String> NAMES = List.of(
            "Ada Applewhistle",
            "Bruno Bramblecoat",
            "Cleo Candlewick",
            "Dashiell Dillydown",
            "Esme Elderfluff",
            "Fitz Fernhollow",
            "Greta Gingerby",
            "Hugo Hobbleton",
            "Ines Inkwhistle",
            "Jasper Jamborino",
            "Niamh O'Testington",
            "Lars Larkspoon",
            "Mabel Mumblechook",
            "Ned Nettlesby",
            "Olive Oddsworthy",
            "Percy Pumpernickle",
            "Queenie Quillfeather",
            "Rufus Rumblethatch",
            "Saskia Snickerby",
            "Theo Thimblewick",
            "Viggo Velveteen",
            "Xander Xylophone",
            "Una Umberjack",
            "Maud Thistledown",
            "Willa Wobblesworth",
            "Pip Thistledown",
            "Yara Yarrowby",
            "Zeb Zephyrtop",
            "Kiki Kettlespoon",
            "D'Arcy L'Exemple",
            "Milo Noodlekin",
            "سلمى مثالي",
            "Sunny 🌻 Samplesides",
            "José Ñandúficticio",
            "Zoë Madeupsdóttir",
            "Anouk Bumblefern",
            "Basil Crumpetsworth",
            "Coco Dandelyon",
            "Dot Evermoss",
            "Emil Fiddlestick",
            "Flora Gumdropper",
            "Gus Haystackle",
            "Hattie Icicleby",
            "Ivo Jellicoat",
            "Juno Kazooley",
            "Kit Lanternbee",
            "Lotte Marmaladey",
            "נועה דוגמתי",
            "Nell Orangepip",
            "Otto Picklewick",
            "Posy Quibbleton",
            "Remy Raspberrow",
            "Sol Scribblewood",
            "Tilda Teacosy",
            "Uri Underbush",
            "Vera Violetto",
            "Wolf Whiskerby",
            "Xenia Xmassy",
            "Yusuf Yodelby",
            "Zelda Zigzagger");

    private static final Set<Integer> WITHOUT_PHONE = Set.of(4, 27, 51);
    private static final Set<Integer> FAMILY = Set.of(23, 25);

    private MadeUpPeople() {}

    static List<Client> all() {
        var people = new ArrayList<Client>();
        for (int i = 0; i < NAMES.size(); i++) {
            people.add(person(i));
        }
        return people;
    }

    private static Client person(int i) {
        String name = NAMES.get(i);
        // The last word is the family name; "Sunny 🌻" is one first name.
        int cut = name.lastIndexOf(' ');
        String zone = i % 9 == 5 ? "America/Chicago" : Catalogue.ZONE.getId();
        return new Client(name.substring(0, cut), name.substring(cut + 1), email(i, name), phone(i), zone);
    }

    // A parent and a child share one address and one phone: who is who must stay open.
    private static String email(int i, String name) {
        if (FAMILY.contains(i)) {
            return "thistledown.family@example.org";
        }
        String plain = name.toLowerCase(Locale.ROOT).replace(' ', '.').replaceAll("[^a-z.]", "");
        String local = plain.length() < 6 ? "client" + i : plain.replaceAll("\\.{2,}", ".");
        return local + (i % 3 == 0 ? "@example.net" : "@example.org");
    }

    // 555-0100 to 555-0199 are set aside for fiction.
    private static String phone(int i) {
        if (WITHOUT_PHONE.contains(i)) {
            return "";
        }
        int number = FAMILY.contains(i) ? 23 : i;
        return "202555%04d".formatted(100 + number);
    }
}
