using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Output;

/// <summary>Writes records of one format into a buffer.</summary>
internal abstract class RecordWriter
{
    /// <summary>Before the first record.</summary>
    public virtual void Begin(ByteBuffer output)
    {
    }

    /// <summary>After the last record.</summary>
    public virtual void End(ByteBuffer output)
    {
    }

    /// <summary>Between two records.</summary>
    public virtual void Separate(ByteBuffer output)
    {
    }

    /// <summary>One record; false, with the reason among the problems, when the format cannot hold it.</summary>
    public abstract bool TryWrite(MarcRecord record, ByteBuffer output, ProblemList problems);
}
