namespace Suyuan.Common;

/// <summary>A view of a record that can be edited; its revision is the HTTP ETag.</summary>
public interface IRevisioned
{
    int Revision { get; }
}
