using Suyuan.Enterprises;

namespace Suyuan.Inputs;

/// <summary>The door to inputs and their lots.</summary>
public static class InputGrainFactory
{
    private const string Item = "input-";
    private const string Lot = "lot-";
    private const int CreditCodeLength = 18;

    public static IInputGrain Input(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<IInputGrain>($"{Item}{enterprise}-{id}");

    public static IInputLotGrain InputLot(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<IInputLotGrain>($"{Lot}{enterprise}-{id}");

    public static (CreditCode Enterprise, string Id) ItemOf(string key) => Parts(key[Item.Length..]);

    public static (CreditCode Enterprise, string Id) LotOf(string key) => Parts(key[Lot.Length..]);

    private static (CreditCode Enterprise, string Id) Parts(string rest) =>
        (CreditCode.Parse(rest[..CreditCodeLength], null), rest[(CreditCodeLength + 1)..]);
}
