package hotleads.core.exports;

import java.util.Map;
import java.util.Objects;

/** What each part of the record is called, and where what it holds comes from, in words for whoever it is about. */
final class PartWords {
    private static final Map<String, Words> WORDS = Map.ofEntries(
            words(
                    "known-as",
                    "Names, addresses and numbers",
                    "What you are known by at each place that told us of you."),
            words("bookings", "Sessions", "Booked at Acuity, our booking system."),
            words("moved-bookings", "Moved sessions", "When a session was given another time."),
            words("changes-begun", "Changes you began", "When you went to Acuity to change or cancel a session."),
            words(
                    "attendance",
                    "Attendance",
                    "Whether you came to a session, as far as we could tell from the meeting."),
            words("mood", "How you said you were", "Your own check-ins, with your notes."),
            words(
                    "mood-as-it-was-before",
                    "Earlier wordings of check-ins",
                    "What a check-in said before you changed or removed it."),
            words(
                    "care",
                    "Check-ins somebody looked after",
                    "What your practitioner was asked to answer, and what they did."),
            words("calls-and-messages", "Calls and messages", "What came of the times we tried to reach you."),
            words(
                    "notes-and-decisions",
                    "Notes and decisions",
                    "What staff noted or decided about you, and what you allow."),
            words(
                    "place-on-the-list",
                    "Your place on the practice's list",
                    "Whether and why we thought to contact you."),
            words("score-history", "Your place on past mornings", "As it was worked out at nine each morning."),
            words("usual-hour", "Your usual hour", "Worked out from your sessions."),
            words("settings", "How your pages look", "Your time zone and text size."),
            words(
                    "matches",
                    "Records that may be yours",
                    "Where we asked ourselves whether two records are one person's. Whose the other one is, is not said here."),
            words("enquiries", "Enquiries", "Kept in Zoho, our address book."),
            words("stages", "How enquiries went on", "From which stage to which, and when."),
            words("tasks", "Tasks about you", "When something was due, kept in Zoho."),
            words(
                    "answers-of-acuity",
                    "As Acuity told it",
                    "Each answer about a session, when it differed from the last."),
            words(
                    "answers-of-zoho",
                    "As Zoho told it",
                    "Each answer about your records there, when it differed from the last."),
            words(WhatIsHeld.MEETINGS, "As Zoom told it", "Meetings around your sessions: only what is about you."),
            words(
                    "answers-of-google",
                    "As Google told it",
                    "Times of calendar events of your sessions. Titles are not asked for."),
            words("events-in-calendars", "Events in our calendars", "What we put into the practitioner's calendar."),
            words("news-of-bookings", "News from Acuity", "Messages that told us to look at a session again."),
            words(WhatIsHeld.MEETING_NEWS, "News from Zoom", "Messages that told us of a meeting around your session."),
            words(
                    "sent-to-others",
                    "What we sent to others",
                    "Notes, tasks and calendar events we wrote at Zoho or Google."),
            words("who-did-what", "Who looked, and who did what", "By day, from the record that nobody can change."),
            words("reasons-given", "Reasons staff gave", "Why somebody looked at something, where they had to say it."),
            words(
                    "erasures-asked",
                    "Erasures asked for",
                    "When somebody asked to erase your record, and what became of it."),
            words("erasure-wished", "Erasure you asked for", "Administrators decide it."),
            words(
                    "earlier-exports",
                    "Earlier copies of this record",
                    "When somebody asked for one, and what became of it."),
            words(
                    "account",
                    "Your account",
                    "How you sign in, your open sessions, and what was done with the account."),
            words("invites", "Invites that wait", "To an account you have not opened yet."));

    private PartWords() {}

    static String titleOf(String part) {
        return of(part).title;
    }

    static String aboutOf(String part) {
        return of(part).about;
    }

    private static Words of(String part) {
        return Objects.requireNonNull(WORDS.get(part), part);
    }

    private static Map.Entry<String, Words> words(String part, String title, String about) {
        return Map.entry(part, new Words(title, about));
    }

    private record Words(String title, String about) {}
}
