namespace Suyuan.Inputs;

/// <summary>What can still be done with a lot.</summary>
internal enum InputLotState
{
    Usable,
    Expired,
    UsedUp,
    Retired,
}
