using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks: modules, their initialisation, and the functions they stand on.</summary>
    public static partial class nn
    {
        /// <summary>
        /// The base of all modules: a tree whose leaves are parameters and buffers. A derived class assigns its parts to
        /// fields and then calls <see cref="RegisterComponents"/> in its constructor.
        /// </summary>
        /// <remarks>
        /// A module owns its parameters and buffers: they leave the dispose scope they were made in when they are
        /// registered, and are disposed with the module.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Module> _submodules = [];
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor tensor, bool persistent)> _buffers = [];
            private bool _componentsRegistered;
            private bool _disposed;

            /// <summary>The name that <see cref="GetName"/> gives.</summary>
            protected string? name;

            /// <summary>Makes a module without parts, in training mode.</summary>
            /// <param name="name">The name of the kind of module; no part of any key.</param>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is in training mode, which dropout and batch normalisation heed.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The name of the kind of module.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Puts the module and all below it into training mode, or out of it.</summary>
            /// <param name="train">True for training, false for evaluation.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, child) in named_children()) child.train(train);
            }

            /// <summary>Puts the module and all below it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on every module of the tree, children first.</summary>
            /// <param name="fn">What to do with each module.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">Whether to drop them, rather than to fill them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                using var handles = new TensorHandles(parameters().ToArray());
                LibTorch.lt_zero_grad(handles.Span, handles.Count, set_to_none);
            }

            /// <summary>Disposes the module's parameters and buffers, and all modules below it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the module's parameters and buffers, and all modules below it.</summary>
            /// <param name="disposing">False in a finalizer, where there is nothing to do.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed) return;
                _disposed = true;
                foreach (var (tensor, _) in _buffers.Values) tensor.Dispose();
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var (_, child) in named_children().ToList()) child.Dispose();
            }

            /// <summary>
            /// Registers the values of all instance fields, public and private, from the derived class to the base: a
            /// <see cref="Module"/> as a submodule, a <see cref="Modules.Parameter"/> as a parameter, any other
            /// <see cref="Tensor"/> as a persistent buffer. The key is the field's name or its
            /// <see cref="ComponentNameAttribute"/>. A field whose key is taken, and arrays and lists, are passed over.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_componentsRegistered) return;
                foreach (var field in InstanceFields(GetType()))
                {
                    var key = field.ComponentName();
                    if (_submodules.ContainsKey(key) || _parameters.ContainsKey(key) || _buffers.ContainsKey(key)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(key, module); break;
                        case Parameter parameter: register_parameter(key, parameter); break;
                        case Tensor tensor: register_buffer(key, tensor); break;
                    }
                }
                _componentsRegistered = true;
            }

            private static IEnumerable<FieldInfo> InstanceFields(Type type)
            {
                const BindingFlags Every = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                var seen = new HashSet<string>();
                for (Type? t = type; t is not null && t != typeof(Module); t = t.BaseType)
                    foreach (var field in t.GetFields(Every))
                        if (seen.Add(field.Name)) yield return field;
            }

            /// <summary>Makes a module a child of this one, and registers its components.</summary>
            /// <param name="name">The key, without dots.</param>
            /// <param name="submodule">The child.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">There is a child of that name.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _submodules.Remove(name);
                    return;
                }
                if (name.Contains('.')) throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (name.Length == 0) throw new ArgumentException("module name can't be empty string \"\"");
                if (_submodules.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
                _submodules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Makes a parameter part of the module, which takes it out of its dispose scope.</summary>
            /// <param name="name">The key.</param>
            /// <param name="param">The parameter.</param>
            /// <exception cref="ArgumentNullException">There is no parameter.</exception>
            /// <exception cref="InvalidOperationException">There is a parameter of that name.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                param.DetachFromDisposeScope();
            }

            /// <summary>Makes a tensor that is not trained part of the module, which takes it out of its dispose scope.</summary>
            /// <param name="name">The key.</param>
            /// <param name="tensor">The tensor.</param>
            /// <param name="persistent">Whether it belongs to the state dictionary.</param>
            /// <exception cref="ArgumentNullException">There is no tensor.</exception>
            /// <exception cref="InvalidOperationException">There is a buffer of that name.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                tensor.DetachFromDisposeScope();
            }

            /// <summary>Registers a parameter in place of the one of that name, or none; the old one is disposed.</summary>
            private protected void ReplaceParameter(string name, ref Parameter? field, Parameter? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                if (value is null) _parameters.Remove(name);
                else _parameters[name] = value;
            }

            private protected void ReplaceBuffer(string name, ref Tensor? field, Tensor? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                if (value is null) _buffers.Remove(name);
                else _buffers[name] = (value, true);
            }

            /// <summary>Forgets all children, without disposing them.</summary>
            protected void ClearModules() => _submodules.Clear();
        }
    }
}

/// <summary>What a field is called in a state dictionary.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The field's <see cref="ComponentNameAttribute"/>, or its name.</summary>
    /// <param name="field">A module's field.</param>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
