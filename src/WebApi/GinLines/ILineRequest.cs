namespace Suyuan.GinLines;

/// <summary>A body that is one message to a line.</summary>
internal interface ILineRequest
{
    long? Sequence { get; }

    LineCommand ToCommand(MessageIdentity identity);
}
