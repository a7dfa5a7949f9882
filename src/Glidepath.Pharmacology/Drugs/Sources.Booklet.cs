namespace Glidepath.Pharmacology.Drugs;

/// <summary>What the booklet for people who take one of these medicines says, and from where: docs/clinical/booklet.md.</summary>
public static partial class Sources
{
    public static readonly Source Empower = new(
        "empower-2014",
        "Tannenbaum 2014, a booklet with a taper for people of 65 and over (EMPOWER)",
        "JAMA Intern Med 2014;174:890, doi 10.1001/jamainternmed.2014.949; figures as quoted by wikijournalclub.org/wiki/EMPOWER"
    );
    public static readonly Source EmpowerEd = new(
        "empower-ed-2026",
        "Humphreys 2026, the same as a web tool for veterans (EMPOWER-ED)",
        "JAMA Netw Open 2026;9(1):e2551807, doi 10.1001/jamanetworkopen.2025.51807, PMC12805446"
    );
    public static readonly Source Falls2009 = new(
        "woolcott-2009",
        "Woolcott 2009, medicines and falls in people over 60, meta-analysis",
        "Arch Intern Med 2009;169:1952, doi 10.1001/archinternmed.2009.357"
    );
    public static readonly Source HipFractureLong = new(
        "donnelly-2017-long",
        "Donnelly 2017, hip fracture after more than a month of use",
        "PLoS One 2017;12:e0174730, as quoted by pharmaceutical-journal.com, April 27, 2017"
    );
    public static readonly Source Driving2009 = new(
        "rapoport-2009",
        "Rapoport 2009, benzodiazepines and driving, meta-analysis",
        "J Clin Psychiatry 2009;70, abstract at psychiatrist.com"
    );
    public static readonly Source DrivingOlder2014 = new(
        "johnell-2014",
        "Johnell 2014, crashes with injuries of drivers of 50 to 80, Sweden",
        "PLoS One 2014, 154,225 people, abstract"
    );
    public static readonly Source Memory2004 = new(
        "barker-2004",
        "Barker 2004, memory and thinking in long-term use, meta-analysis",
        "CNS Drugs 2004;18:37, doi 10.2165/00023210-200418010-00004"
    );
    public static readonly Source MemoryAfter2004 = new(
        "barker-2004-after",
        "Barker 2004, memory and thinking after stopping, meta-analysis",
        "Arch Clin Neuropsychol 2004;19:437, PMID 15033227"
    );
    public static readonly Source Withdrawal2003 = new(
        "curran-2003",
        "Curran 2003, coming off sleep medicine at 65 and over, 192 people",
        "Psychol Med 2003;33:1223, doi 10.1017/s0033291703008213"
    );
    public static readonly Source SleepTraining2004 = new(
        "morin-2004",
        "Morin 2004, sleep training and a supervised taper, 76 older adults",
        "Am J Psychiatry 2004;161:332, PMID 14754783"
    );
    public static readonly Source TalkTherapy2015 = new(
        "darker-2015",
        "Darker 2015, Cochrane review of talk therapy with a taper",
        "CD009652.pub2, summary of findings, PMC11023022"
    );
}
