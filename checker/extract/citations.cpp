// Guidance, Bills and Acts that the paper names: documents that the rules know, by their names; legislation by its
// form; numbered documents of a series; and what the paper says of them, place by place.
#include "extract/citations.hpp"

#include <algorithm>

namespace boardcheck::extract {

using text::TokenRange;

namespace {

constexpr std::size_t most_citations = 5000, most_places = 20000, most_recalled = 20;

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper), names_(paper), likes_(paper) {
        for (const catalogue::Source& source : paper.catalogue.sources) sources_.emplace(source.id, &source);
        for (const catalogue::Term& term : paper.catalogue.terms) {
            const auto role = term.properties.find("role");
            if (role != term.properties.end() && role->second.starts_with("names-"))
                kinds_.emplace(term.label, role->second.substr(6));
        }
    }

    std::vector<Citation> find() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && found_.size() < most_citations; ++i) {
            if (places_ >= most_places) break;
            here_.clear();
            find_in(i);
            for (Cited& cited : here_) {
                if (cited.at.by == KnownBy::noun && cited.source.empty()) recall(cited);
                choose_by_date(cited);
                if (cited.at.by != KnownBy::noun || !cited.source.empty() || !cited.at.date.empty())
                    keep(std::move(cited));
            }
        }
        return std::move(found_);
    }

private:
    void find_in(std::uint32_t sentence) {
        names_.add(sentence, here_);
        likes_.add(sentence, here_);
        add_legislation(paper_, sentence, here_);
        add_nouns(sentence);
        sort();
        add_details(paper_, sentence, here_);
        std::erase_if(here_, [&](const Cited& cited) { return is_bare(cited) && !is_dated_document(cited); });
        add_numbered(paper_, sentence, here_);
        add_parts(paper_, sentence, here_);
        sort();
    }

    void sort() {
        std::stable_sort(here_.begin(), here_.end(),
                         [](const Cited& a, const Cited& b) { return a.tokens.first < b.tokens.first; });
    }

    static bool is_bare(const Cited& cited) { return cited.at.by == KnownBy::noun && cited.kind == "noun"; }

    /// "the framework of July", "the July framework"; "the framework was launched in July" may be any, but not "the
    /// Bill".
    bool is_dated_document(const Cited& cited) const {
        if (cited.at.date.empty()) return false;
        constexpr std::uint32_t beside = 4;  // bytes: " of "
        const Span title = cited.at.title_at, date = cited.at.date_at;
        return date.begin < title.begin || date.begin <= title.end + beside ||
               paper_.word(cited.tokens.first).capitalised;
    }

    /// "the framework", "The Bill": of what is said beside it we shall see.
    void add_nouns(std::uint32_t sentence) {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        const std::vector<match::DateMention> dates = paper_.dates_in(sentence);
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (here_.size() >= most_in_sentence) return;
            if (paper_.property(mention, "sense") != "document-noun" || is_taken(here_, mention.tokens.first)) continue;
            if (!is_definite(paper_, dates, mention.tokens.first, range)) continue;
            Cited cited;
            cited.kind = "noun";
            cited.tokens = mention.tokens;
            cited.at.title = paper_.words(mention.tokens);
            cited.at.by = KnownBy::noun;
            cited.at.evidence = paper_.evidence(sentence, mention.tokens);
            here_.push_back(std::move(cited));
        }
    }

    /// "the framework", "the July framework": nothing but a date between.
    static bool is_definite(const Paper& paper, const std::vector<match::DateMention>& dates, std::uint32_t token,
                            TokenRange range) {
        if (token > range.first && paper.stem(token - 1) == "the") return true;
        return std::any_of(dates.begin(), dates.end(), [&](const match::DateMention& date) {
            const std::uint32_t first = date.tokens.first;
            const bool own = paper.stem(first) == "the" || (first > range.first && paper.stem(first - 1) == "the");
            return date.tokens.last == token && own;
        });
    }

    /// What a noun alone means: a document of that noun that was cited before, one of that date if there is one.
    void recall(Cited& cited) const {
        const bool law = cited.kind != "noun";
        const auto known = recalled_.find(law ? cited.kind + ' ' + cited.at.date : noun_of(cited.at.title));
        if (known == recalled_.end()) {
            if (!law) cited.at.date.clear();
            return;
        }
        const Citation* chosen = nullptr;
        for (const std::size_t index : known->second) {
            const bool fits = is_dated(found_[index], cited.at.date);
            if (chosen == nullptr || fits || found_[index].times > chosen->times) chosen = &found_[index];
            if (fits) break;
        }
        cited.source = chosen->source;
        cited.kind = chosen->kind;
        if (law) cited.at.title = chosen->title;
    }

    static std::string noun_of(std::string_view title) {
        const std::vector<text::Word> words = text::words_of(title);
        return words.empty() ? "" : words.back().stem;
    }

    /// So that "the framework" and "the 2012 Act" can be understood later.
    void remember(const Citation& citation, std::size_t index) {
        const bool law = citation.kind == "act" || citation.kind == "bill" || citation.kind == "regulations";
        const auto add = [&](const std::string& key) {
            if (auto& known = recalled_[key]; known.size() < most_recalled) known.push_back(index);
        };
        if (law && !citation.year.empty()) add(citation.kind + ' ' + citation.year);
        if (!citation.source.empty()) add(noun_of(citation.title));
    }

    bool is_dated(const Citation& known, const std::string& date) const {
        const auto source = sources_.find(known.source);
        return source != sources_.end() && !date.empty() && can_be(date, source->second->date);
    }

    /// "the White Paper of December": what is cited by its kind alone is the one of that kind and date, if there is
    /// one.
    void choose_by_date(Cited& cited) const {
        if (cited.kind != "white-paper" || cited.at.by != KnownBy::name || cited.at.date.empty()) return;
        const auto words = text::words_of(cited.at.title);
        const auto own = sources_.find(cited.source);
        if (words.size() > 2 || own == sources_.end() || can_be(cited.at.date, own->second->date)) return;
        cited.source.clear();
        for (const auto& [id, kind] : kinds_)
            if (kind == cited.kind && can_be(cited.at.date, sources_.at(id)->date)) cited.source = id;
    }

    void keep(Cited cited) {
        ++places_;
        if (const auto kind = kinds_.find(cited.source); kind != kinds_.end() && cited.kind.empty())
            cited.kind = kind->second;
        std::string key = cited.source.empty() ? cited.at.title : cited.source;
        key += '\n' + cited.section;
        const auto [place, fresh] = index_.emplace(std::move(key), found_.size());
        if (fresh) {
            found_.push_back({});
            found_.back().times = 0;
            found_.back().title = cited.at.title;
            found_.back().source = cited.source;
            found_.back().kind = cited.kind;
            found_.back().section = cited.section;
            found_.back().evidence = cited.at.evidence;
        }
        Citation& known = found_[place->second];
        ++known.times;
        if (known.number.empty()) known.number = cited.at.number;
        if (known.year.empty() && !cited.at.date.starts_with("--")) known.year = cited.at.date;
        const bool better = cited.at.by == KnownBy::name || known.places.empty();
        if (better && cited.at.title.size() > known.title.size()) known.title = cited.at.title;
        if (fresh) remember(known, place->second);
        known.places.push_back(std::move(cited.at));
    }

    const Paper& paper_;
    const KnownNames names_;
    const LikeTitles likes_;
    std::map<std::string, const catalogue::Source*, std::less<>> sources_;
    std::map<std::string, std::string, std::less<>> kinds_;  // of sources, by their names
    std::vector<Cited> here_;
    std::vector<Citation> found_;
    std::map<std::string, std::size_t> index_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> recalled_;  // by noun, or kind and year
    std::size_t places_ = 0;
};

}  // namespace

bool can_be(std::string_view said, Date date) {
    Date own;
    if (said.starts_with("--")) {
        const auto with_year = parse_date("2000-" + std::string(said.substr(2)));
        if (!with_year) return true;
        own = *with_year;
        own.year = date.year;
    } else if (const auto whole = parse_date(said)) {
        own = *whole;
    } else {
        return true;
    }
    const bool month = own.month == 0 || date.month == 0 || own.month == date.month;
    const bool day = own.day == 0 || date.day == 0 || own.day == date.day;
    return own.year == date.year && month && day;
}

std::vector<Citation> find_citations(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
