package hotleads.sync.running;

import hotleads.contracts.ProviderAnswer;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Spoil;

/** Our client of one provider, met by what can go wrong; each time anew, as one that was asked to wait asks nothing. */
public interface Met {
    /** As it stands in addresses and in the names of causes. */
    String provider();

    /** All there is of what is mainly read. */
    ProviderAnswer<?> read();

    /** Something that can be told by its marker from everything else. */
    ProviderAnswer<?> write(String marker);

    /** The look before a second try: OK when it is there, NOTHING when not. */
    ProviderAnswer<?> find(String marker);

    /** A new token, where the provider gives any. */
    ProviderAnswer<?> renew();

    /** How often it stands there, as whoever runs the provider sees it. */
    long held(String marker);

    /** Our permission is taken away there, or given back. */
    void permit(boolean given);

    /** The clock there goes otherwise than ours. */
    Spoil skewed();

    /** What the provider says of a fault in its own words. */
    Answer refusal(Fault fault);

    /** What its token endpoint says to whoever asks too often. */
    Answer lock();
}
