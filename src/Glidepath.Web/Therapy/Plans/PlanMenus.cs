namespace Glidepath.Web.Therapy;

/// <summary>
/// What is offered after a person's own words, as ids of sentences. Chosen from a list, plans do more than those that are thought up; ours,
/// no instrument.
/// </summary>
internal static class PlanMenus
{
    public static readonly string[] Ifs =
    [
        "IfICannotSleep",
        "IfMyHeartRaces",
        "IfIWaitForMyDose",
        "IfIAmAloneAtNight",
        "IfWorkUpsetsMe",
        "IfIArgueWithSomeone",
        "IfISeeTheBottle",
        "IfIFeelShaky",
    ];

    public static readonly string[] Thens =
    [
        "ThenCallSomeone",
        "ThenWalkTenMinutes",
        "ThenBreatheOutSlowly",
        "ThenRideTheWave",
        "ThenDrinkWaterAndEat",
        "ThenShower",
        "ThenPutTheBottleAway",
        "ThenWriteTheThoughtDown",
    ];
}
