"""Sentences, tables and lists for papers about Pellshire and Ostbridge, which do not exist. The same seed gives the same words."""
import random

SENTENCES = {
    "finance": """
The {org} reports a {sign} of £{money} at month {month}, against a planned position of £{money}.
Income from {service} contracts is £{money} below plan, because activity at {site} did not recover as quickly as expected.
Pay costs are above plan by £{money}, most of it agency cover in {service}.
The efficiency programme has delivered £{money} so far; a further £{money} is rated as likely and £{money} as at risk.
Cash stands at £{money}, which is enough for {days} days of running costs.
The Director of Finance drew attention to the price of energy, which adds £{money} to the forecast for {site}.
A reserve of £{money} is held for the settlement of old balances with {partner}.
The capital programme has spent £{money} of £{money}, and the scheme at {site} is {weeks} weeks behind its timetable.
Payments within thirty days reached {percent} per cent by number and {percent} per cent by value.
The auditors asked for a clearer trail between the ledger and the monthly return, and this has been put in hand.""",
    "performance": """
In {period} {percent} per cent of patients were seen within the standard for {service}, compared with {percent} per cent in the period before.
The number of people waiting more than {weeks} weeks for {service} fell from {count} to {count}.
Demand at {site} was {percent} per cent higher than in the same month of the year before.
The longest wait at the end of {period} was {weeks} weeks, in {service} at {site}.
Two wards at {site} were closed for {days} days because of infection, with the loss of {count} planned operations.
The recovery plan for {service} has {count} actions, of which {small} are complete and {small} are late.
Ambulance handovers of more than an hour rose to {count}; a further {count} were avoided by the new arrival desk at {site}.
Cancellations on the day for reasons that are not clinical stood at {count}.
{partner} has offered {small} extra sessions a week of {service} until the end of the year.""",
    "quality": """
There were {small} serious incidents in {period}, {small} of them in {service}.
The falls group has changed the way in which lighting is checked at night on the wards of {site}.
{count} complaints were received and {percent} per cent were answered in the time agreed with the person complaining.
Themes in complaints were waiting for letters, parking at {site}, and being passed between departments.
A visit by members of the committee to {site} found staff proud of their work and short of storage.
The audit of medicines in {service} found {percent} per cent of charts complete; the target is {percent} per cent.
{partner} has shared what it learned from its own review, and the two teams will meet in {period}.
Families of {small} patients have been offered a conversation about what was found.
No breach of single-sex accommodation was recorded at {site} in {period}.""",
    "workforce": """
Turnover in {service} is {percent} per cent over twelve months, and {count} posts are vacant.
Sickness absence in {period} was {percent} per cent, with colds, stress and painful backs the main reasons.
{count} colleagues from abroad have joined {site} since the spring, and {small} more are expected in {period}.
Appraisals have been held with {percent} per cent of staff; managers in {service} are furthest behind.
The staff survey was answered by {percent} per cent of those asked, {small} points more than last time.
Training in fire safety was completed by {percent} per cent of staff at {site}.
Apprentices now make up {small} in every hundred of the people employed in {service}.
A new rota for {service} begins in {period}, after talks with the unions that took {weeks} weeks.""",
    "estates": """
The roof at {site} was inspected after the storm of {period}, and repairs will cost £{money}.
Backlog maintenance across all sites is put at £{money}, of which £{money} is rated as high risk.
Work on the entrance of {site} closes the north car park for {weeks} weeks.
The survey of {site} found {count} doors that do not close as they should in a fire.
Space at {site} is used for {percent} per cent of the working week, and {small} rooms could be given up.
The lease on the clinic in Mill Lane ends in {period}; {partner} has asked to share the building from then on.
Lifts at {site} failed {small} times in {period}, and on one occasion a patient was kept waiting for {small} hours.""",
    "digital": """
The new record system went live at {site} in {period} with {count} users trained.
The help desk answered {count} calls, {percent} per cent of them within ten minutes.
Old computers remain in {service}; {count} will be replaced in {period} at a cost of £{money}.
A test of the plan for the loss of the network showed that paper forms at {site} were {small} years out of date.
Appointments by video are offered in {service} and were taken up by {percent} per cent of patients.
{partner} and the {org} will try the same messaging service for {weeks} weeks from {period}.""",
    "community": """
The garden at {site} is looked after by {count} volunteers, who gave {count} hours in {period}.
{count} people came to the listening event in Market Harrow and spoke about buses, dentists and the time it takes to see a doctor.
The link workers in {service} met {count} residents, of whom {percent} per cent had a question about housing.
{partner} runs a warm room on Tuesdays, and nurses from {site} have joined it to check blood pressure.
Grants of up to £{grant} were given to {small} groups, among them a choir for people with breathing problems.
Healthwatch Pellshire has asked for letters about {service} to be written in shorter sentences.""",
}
SLOTS = {
    "org": ["Trust", "group", "organisation", "system"],
    "sign": ["surplus", "deficit", "shortfall", "small surplus"],
    "service": ["children's therapies", "eye clinics", "district nursing", "stroke rehabilitation", "urgent care", "diagnostics",
                "mental health liaison", "dermatology", "hip and knee surgery", "the heart failure clinic", "speech therapy",
                "sexual health", "school nursing", "endoscopy"],
    "site": ["Ostbridge Royal Infirmary", "Fenwick Road Health Centre", "Tarn Hospital", "the Larkfield site", "Saltley Community Hospital",
             "Quarry House", "the Beacon Centre", "Hallam Cross Clinic"],
    "partner": ["Pellshire County Council", "Ostbridge City Council", "the hospice", "the Saltley federation of practices",
                "the ambulance service", "the Voluntary Alliance"],
    "period": ["April", "May", "June", "July", "the first quarter", "the second quarter", "the autumn", "January", "February"],
}
NAMES = ["Agnes Holloway", "Bashir Malik", "Carys Penrose", "Dominic Ashdown", "Esther Okonjo", "Felix Tarrant", "Gwen Mabry", "Harish Solanki",
         "Imogen Trask", "Jonah Ridley", "Keziah Lund", "Leopold Marsh", "Maud Finchley", "Nadia Rahmani", "Oswald Pike", "Petra Lindqvist"]
RISKS = ["A shortage of {service} staff leads to longer waits at {site}", "The {org} does not reach its savings target and must stop schemes",
         "Buildings at {site} fail and services have to move at short notice", "A cyber attack takes the record system away for some days",
         "Growth in demand for {service} is greater than was planned for", "Talks with {partner} do not end in time for the contract",
         "Poor data about {service} leads to wrong decisions", "Winter pressure at {site} spreads to planned care",
         "Changes in the law distract leaders from daily work", "Suppliers of {service} leave the market"]
CONTROLS = ["Weekly review by the executive", "Bank rota and agreed rates", "Plan tested in {period}", "Contract meeting every month",
            "Board assurance framework", "Escalation to {partner}", "Audit by the internal auditors in {period}"]
INDICATORS = ["Waits within 18 weeks, {service}", "Seen in four hours, {site}", "Cancer: first seen in two weeks", "Diagnostic waits over six weeks",
              "Falls with harm per 1,000 bed days", "Complaints answered in time", "Sickness absence", "Turnover over twelve months",
              "Appraisals held", "Friends and family: would recommend {site}", "Beds closed, {site}", "Length of stay, {service}",
              "Calls answered in 60 seconds", "Readmitted within 30 days", "Home visits on the day promised"]
ACTIONS = ["Bring a revised timetable for {service} to the committee", "Write to {partner} about shared use of {site}",
           "Share the report on {service} with members", "Add the risk about {site} to the register", "Agree the wording of the annual statement",
           "Arrange a visit to {site}", "Circulate the figures for {period}", "Ask {partner} to attend a later meeting"]
BUDGETS = ["Nursing pay", "Medical pay", "Agency staff", "Drugs", "Clinical supplies", "Energy", "Rent and rates", "Transport", "Training",
           "Interpreting", "Legal fees", "Equipment hire", "Cleaning", "Patient meals", "Insurance", "Depreciation"]


class Prose:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def fill(self, template):
        out = template
        while "{" in out:
            slot = out[out.index("{") + 1:out.index("}")]
            out = out.replace("{" + slot + "}", self.value(slot), 1)
        return out[0].upper() + out[1:]

    def value(self, slot):
        number = self.random.randint
        numbers = {"money": lambda: f"{number(1, 48)}.{number(1, 9)} million", "percent": lambda: f"{number(3, 98)}.{number(0, 9)}",
                   "count": lambda: str(number(12, 940)), "small": lambda: str(number(2, 11)), "weeks": lambda: str(number(4, 52)),
                   "days": lambda: str(number(3, 60)), "month": lambda: str(number(1, 12)), "grant": lambda: f"{number(1, 9)},{number(1, 9)}00"}
        return numbers[slot]() if slot in numbers else self.random.choice(SLOTS[slot])

    def paragraph(self, theme, sentences=None):
        lines = [line for line in SENTENCES[theme].split("\n") if line]
        chosen = self.random.sample(lines, min(len(lines), sentences or self.random.randint(3, 5)))
        return " ".join(self.fill(line) for line in chosen)

    def name(self):
        return self.random.choice(NAMES)

    def section(self, number, title, theme, paragraphs, bullets=0, level=1):
        """Numbered paragraphs below a heading, and sometimes a list."""
        yield ("h", level, f"{number}. {title}")
        for at in range(1, paragraphs + 1):
            yield ("n", f"{number}.{at}", self.paragraph(theme))
        if bullets:
            yield ("n", f"{number}.{paragraphs + 1}", "The points that members may wish to discuss are:")
            for _ in range(bullets):
                yield ("li", 1, self.paragraph(theme, 1).rstrip(".") + ";")

    def plain_section(self, title, theme, paragraphs, level=1):
        yield ("h", level, title)
        for _ in range(paragraphs):
            yield ("p", self.paragraph(theme))

    def risks(self, rows):
        head = [["Ref", "Risk", "Owner", ("Score before", 1), "Controls", "Score now", "Next review"]]
        for at in range(1, rows + 1):
            score = self.random.choice([8, 9, 10, 12, 15, 16, 20])
            head.append([f"R{at:03}", self.fill(self.random.choice(RISKS)), self.name(), str(score),
                         "\n".join(self.fill(line) for line in self.random.sample(CONTROLS, 2)), str(max(4, score - 4)),
                         self.fill("{period}")])
        return ("table", head, 1, [1.2, 5, 2.4, 1.4, 4.5, 1.3, 2])

    def indicators(self, rows):
        months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]
        head = [["Indicator", "Target", ("2021/22", 6), None, None, None, None, None, "Trend"], ["", "", *months, ""]]
        for _ in range(rows):
            target = self.random.randint(60, 97)
            values = [f"{min(100, max(2, target + self.random.randint(-14, 6)))}.{self.random.randint(0, 9)}" for _ in months]
            head.append([self.fill(self.random.choice(INDICATORS)), str(target), *values, self.random.choice(["better", "worse", "steady"])])
        return ("table", head, 2, [4.5, 1.2, 1, 1, 1, 1, 1, 1, 1.2])

    def budget(self, rows):
        head = [["£000", ("In the month", 3), None, None, ("Year to date", 3), None, None, "Forecast"],
                ["", "Plan", "Actual", "Variance", "Plan", "Actual", "Variance", ""]]
        for at in range(rows):
            plan, actual = (self.random.randint(200, 9000) for _ in range(2))
            year, spent = plan * 6, plan * 6 + self.random.randint(-900, 900)
            head.append([BUDGETS[at % len(BUDGETS)] + (f", division {at // len(BUDGETS) + 1}" if rows > len(BUDGETS) else ""),
                         f"{plan:,}", f"{actual:,}", f"{plan - actual:,}", f"{year:,}", f"{spent:,}", f"{year - spent:,}", f"{year * 2:,}"])
        return ("table", head, 2, [3.6, 1, 1, 1, 1.1, 1.1, 1.1, 1.2])

    def actions(self, rows):
        head = [["No", "Meeting", "Action", "Lead", "Due", "Progress"]]
        for at in range(1, rows + 1):
            head.append([str(at), self.random.choice(["27 May 2021", "22 July 2021", "23 September 2021"]), self.fill(self.random.choice(ACTIONS)),
                         self.name(), self.random.choice(["25 November 2021", "27 January 2022", "Closed"]),
                         self.paragraph(self.random.choice(list(SENTENCES)), 1)])
        return ("table", head, 1, [0.7, 1.8, 4, 2, 1.9, 5])

    def minutes(self, items):
        """Reported speech, item by item, with actions."""
        for number, (title, theme) in enumerate(items, 1):
            yield ("b", f"{140 + number}\t{title}")
            for _ in range(self.random.randint(2, 3)):
                yield ("p", f"{self.name()} introduced the report. " + self.paragraph(theme))
            yield ("p", f"In answer to a question {self.name()} added this. " + self.paragraph(theme, 1))
            yield ("b", f"Action: {self.name()}")
            yield ("p", "The Board NOTED the report.")
